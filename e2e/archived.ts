import { execFile } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { openDatabase } from '@/db/client';
import { layOut, packArchive } from '@/lib/cli/pack-archive.mjs';
import { freePort } from '@/lib/process/free-port.mjs';
import { releaseFacts } from '@/lib/process/release';
import { isOfRelease } from '@/lib/process/release-shelf.mjs';
import { findRunning } from '@/lib/process/running';
import { defaultSettings } from '@/lib/settings/environment';
import { buildPost } from '@/tools/testing/factories';
import { beginningFolder } from './beginnings';
import { expect } from './fixtures';
import { releaseDir } from './publication';
import { Supervisor } from './supervisor';

/*
 * Unpacked archives of the release under test and the processes that run from them. Where the tests run as root, those
 * processes run as “nobody”.
 */

const run = promisify(execFile);
/** The user “nobody”, which every Unix has; only root can start programs as another user. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : { uid: undefined, gid: undefined };

/** The temporary folder of a test run is private to its user, so “nobody” could not reach anything in it. */
const OPEN_TO_ALL = !NOBODY.uid ? tmpdir() : tmpdir().startsWith('/dev/shm/') ? '/dev/shm' : '/tmp';

/** Creates a folder that every user can reach. */
export function placeForAll(): string {
  return mkdtempSync(join(OPEN_TO_ALL, 'broadside archive ភ្នំពេញ '));
}

/** Packs and unpacks the archive of the build under test. @returns the folder of the program. */
export async function unpackedIn(place: string): Promise<string> {
  const { path } = await packArchive(releaseDir(), { level: 1, out: place });
  await run('tar', ['-xzf', path, '-C', place]);
  return join(place, 'broadside');
}

/** Makes the same folder as unpacking, without the seconds that packing takes. @returns the folder of the program. */
export function laidOutIn(place: string): string {
  const program = join(place, 'broadside');
  layOut(releaseDir(), program);
  return program;
}

/** Starts an unpacked archive, from its own folder unless told otherwise. */
export function serve(
  program: string,
  { dataDir, port, cwd = dirname(program) }: { dataDir: string; port: number; cwd?: string },
): Supervisor {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...defaultSettings(),
    PORT: String(port),
    DATA_DIR: dataDir,
  };
  return new Supervisor([process.execPath, [join(program, 'broadside.mjs')]], { env, cwd, ...NOBODY });
}

/** Starts the archive under a supervisor, with its own data folder. */
export async function supervisedIn(place: string) {
  const program = laidOutIn(place);
  const dataDir = join(place, 'data');
  cpSync(beginningFolder('owner'), dataDir, { recursive: true });
  giveToNobody(place);
  const port = await freePort();
  const supervisor = serve(program, { dataDir, port });
  await expect.poll(() => findRunning(dataDir)?.state, { timeout: 120_000 }).toBe('serving');
  const upgradeTo = async (archive: string) => {
    const env = { ...process.env, ...defaultSettings(), PORT: String(port), DATA_DIR: dataDir };
    const args = [join(program, 'broadside.mjs'), 'manage', 'upgrade', archive];
    const { stdout } = await run(process.execPath, args, { env, cwd: place, ...NOBODY }).catch((error) => {
      throw new Error(`${error.stdout}\n${error.stderr}`);
    });
    return stdout;
  };
  return { program, dataDir, port, supervisor, upgradeTo };
}

/** Creates an unpacked archive of another version next to the program. @param code what its server runs first. */
export function otherRelease(program: string, build: string, code = ''): string {
  const folder = join(dirname(program), `archive of ${build}`);
  const release = join(folder, 'releases', build);
  cpSync(join(program, 'releases', ownBuild()), release, { recursive: true, filter: isOfRelease });
  writeFileSync(join(folder, 'releases', 'current'), `releases/${build}\n`);
  writeFileSync(join(release, 'release.json'), JSON.stringify({ version: '9.9.9', build }));
  const server = join(release, 'server', 'server.mjs');
  writeFileSync(server, `${code}\n${readFileSync(server, 'utf8')}`);
  giveToNobody(folder);
  return folder;
}

/** Adds one migration to a release. */
export function addMigration(release: string): void {
  const folder = join(release, 'db', 'migrations');
  const journal = join(folder, 'meta', '_journal.json');
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8'));
  const tag = '9999_of-another-version';
  const entry = { ...entries.at(-1), idx: entries.length, when: Date.UTC(2100, 0, 1), tag };
  writeFileSync(journal, JSON.stringify({ ...rest, entries: [...entries, entry] }));
  writeFileSync(join(folder, `${tag}.sql`), 'CREATE TABLE of_another_version (id integer);');
}

/** Publishes a post just before a switch, which must still be there afterwards. @returns its slug. */
export function writePost(dataDir: string): string {
  const db = openDatabase(join(dataDir, 'broadside.db'));
  const { postId } = buildPost(db, { headline: 'A word before the upgrade' });
  const slug = db.$client.prepare('select slug from posts where id = ?').pluck().get(postId);
  db.$client.close();
  return String(slug);
}

/** Returns the build of the release under test. */
export function ownBuild(): string {
  return releaseFacts(releaseDir()).build;
}

function everyPath(folder: string): string[] {
  return [folder, ...readdirSync(folder, { recursive: true }).map((path) => join(folder, String(path)))];
}

/** Makes the user that servers run as the owner of a folder. */
export function giveToNobody(folder: string): void {
  const { uid, gid } = NOBODY;
  if (uid) for (const path of everyPath(folder)) chownSync(path, uid, gid);
}

/** Makes a folder writable only by root. */
export function closeAgainstWriting(folder: string): void {
  for (const path of everyPath(folder).reverse()) chmodSync(path, 0o555);
}
