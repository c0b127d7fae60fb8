import { execFile } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openDatabase } from '@/db/client';
import { layOut, packArchive } from '@/lib/cli/pack-archive.mjs';
import { freePort } from '@/lib/process/free-port.mjs';
import { releaseFacts } from '@/lib/process/release';
import { findRunning } from '@/lib/process/running';
import { defaultSettings } from '@/lib/settings/environment';
import { buildPost } from '@/lib/testing/factories';
import { isMark } from '@/lib/upgrade/release-shelf.mjs';
import { beginningFolder } from './beginnings';
import { expect, test } from './fixtures';
import { releaseDir } from './publication';
import { Supervisor } from './supervisor';

const run = promisify(execFile);
/** Nobody, on every Unix; only an administrator can start programs as another user. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** Folders of a run of tests are its own user's alone, and nobody could not reach what is in them. */
const OPEN_TO_ALL = !NOBODY.uid ? tmpdir() : tmpdir().startsWith('/dev/shm/') ? '/dev/shm' : '/tmp';

let place: string;
test.beforeEach(() => {
  place = mkdtempSync(join(OPEN_TO_ALL, 'broadside archive ភ្នំពេញ '));
});
test.afterEach(() => {
  chmodSync(place, 0o700);
  rmSync(place, { recursive: true, force: true });
});

/** Packs and unpacks the archive of the build that is tested. @returns the folder of the program. */
async function unpacked(): Promise<string> {
  const { path } = await packArchive(releaseDir(), { level: 1, out: place });
  await run('tar', ['-xzf', path, '-C', place]);
  return join(place, 'broadside');
}

/** What unpacking makes, without the seconds that packing takes. @returns the folder of the program. */
function laidOut(): string {
  const program = join(place, 'broadside');
  layOut(releaseDir(), program);
  return program;
}

function serve(program: string, dataDir: string, port: number, cwd = place): Supervisor {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...defaultSettings(),
    PORT: String(port),
    DATA_DIR: dataDir,
  };
  return new Supervisor([process.execPath, [join(program, 'broadside.mjs')]], { env, cwd, ...NOBODY });
}

test('the archive runs from any folder, as a user who can write the data and nothing else', async ({
  request,
}) => {
  const program = await unpacked();
  const empty = join(place, 'empty');
  const dataDir = join(place, 'data of mine');
  cpSync(beginningFolder('owner'), dataDir, { recursive: true });
  mkdirSync(empty);
  if (NOBODY.uid) giveTo(dataDir, NOBODY.uid);
  closeAgainstWriting(program);
  chmodSync(place, 0o755);
  const port = await freePort();
  const supervisor = serve(program, dataDir, port, empty);
  try {
    await expect.poll(() => findRunning(dataDir)?.state, { timeout: 120_000 }).toBe('serving');
    const url = `http://127.0.0.1:${port}`;
    for (const path of ['/', '/km', '/feed.xml', '/search?q=river', '/admin/sign-in', '/icon.svg'])
      expect((await request.get(`${url}${path}`)).status(), path).toBe(200);
    expect(readdirSync(empty)).toEqual([]);
    expect(supervisor.output).not.toMatch(/error/i);
    expect(await supervisor.stop()).toBe(0);
    expect(supervisor.starts).toBe(1);
  } finally {
    await supervisor.stop('SIGKILL');
  }
});

test('a release names no folder of the machine that made it', () => {
  const root = process.cwd();
  test.skip(root.split('/').length < 3, 'A short path, such as /app, is in the code of Next too.');
  const program = laidOut();
  const files = readdirSync(program, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => readFileSync(file).includes(root))).toEqual([]);
});

test('an archive beside another one shares its publication, one at a time, and says whose it is', async () => {
  const programs = ['one', 'two'].map((name) => join(place, name));
  for (const program of programs) layOut(releaseDir(), program);
  const dataDir = join(place, 'broadside-data');
  cpSync(beginningFolder('owner'), dataDir, { recursive: true });
  // It was served by the release itself before it was copied.
  rmSync(join(dataDir, 'program-folder'));
  if (NOBODY.uid) giveTo(place, NOBODY.uid);
  const [first, second] = await Promise.all(
    programs.map(async (program) => ({ program, port: await freePort() })),
  );
  if (!first || !second) throw new Error('There are two programs.');
  const one = serve(first.program, '', first.port);
  let two: Supervisor | undefined;
  try {
    await expect.poll(() => findRunning(dataDir)?.state, { timeout: 120_000 }).toBe('serving');
    two = serve(second.program, '', second.port);
    await expect.poll(() => two?.output).toMatch(`is in use by a running Broadside (process ${one.pid}`);
    await one.stop();
    await expect
      .poll(() => two?.output)
      .toMatch(
        `which ${first.program} served before. For another publication, name a data folder of its own`,
      );
    expect(one.output).not.toContain('served before');
  } finally {
    await one.stop('SIGKILL');
    await two?.stop('SIGKILL');
  }
});

test('an upgrade switches a running publication, which goes on in the same process', async ({ request }) => {
  const { program, dataDir, port, supervisor, upgradeTo } = await supervised();
  try {
    const pid = supervisor.pid;
    const slug = writePost(dataDir);
    const next = otherRelease(program, 'next');
    expect(await upgradeTo(next)).toContain('(next) serves.');
    expect(findRunning(dataDir)).toMatchObject({ build: 'next', state: 'serving', pid });
    expect((await request.get(`http://127.0.0.1:${port}/${slug}`)).status()).toBe(200);
    expect(supervisor.starts).toBe(1);
    const former = join(program, 'releases', ownBuild());
    expect(readdirSync(former).filter(isMark)).toEqual([]);
    // What a service manager starts the next time is the new one too.
    supervisor.signal('SIGKILL');
    await expect.poll(() => findRunning(dataDir)).toMatchObject({ build: 'next', state: 'serving' });
    expect(readdirSync(`${dataDir}-backups`).filter((name) => name !== '.gitignore')).toHaveLength(1);
  } finally {
    await supervisor.stop('SIGKILL');
  }
});

const ENDS_AS_IT_STARTS = 'if (!process.env.BROADSIDE_REHEARSAL) process.exit(3);';
const ANSWERS_500 = `import http from 'node:http';
  const emit = http.Server.prototype.emit;
  if (!process.env.BROADSIDE_REHEARSAL) http.Server.prototype.emit = function (name, ...args) {
    if (name !== 'request') return emit.call(this, name, ...args);
    args[1].writeHead(500).end();
    return true;
  };`;

test('versions that do not work give way to the one that serves, with all data', async ({ request }) => {
  const { program, dataDir, port, supervisor, upgradeTo } = await supervised();
  const servesAsBefore = async () => {
    await expect.poll(() => findRunning(dataDir)).toMatchObject({ build: ownBuild(), state: 'serving' });
    expect((await request.get(`http://127.0.0.1:${port}/${slug}`)).status()).toBe(200);
  };
  const slug = writePost(dataDir);
  try {
    const { pid } = supervisor;
    const unfit = otherRelease(program, 'unfit', "console.log('No such thing.'); process.exit(3);");
    await expect(upgradeTo(unfit), 'it does not start on a copy of the data').rejects.toThrow(
      /No such thing\.[\s\S]*The new version does not run here/,
    );
    await servesAsBefore();
    expect(supervisor).toMatchObject({ pid, starts: 1 });

    const ending = otherRelease(program, 'ending', ENDS_AS_IT_STARTS);
    await expect(upgradeTo(ending), 'it ends as it starts').rejects.toThrow(
      /The former version serves again/,
    );
    await servesAsBefore();

    const failing = otherRelease(program, 'failing', ANSWERS_500);
    addMigration(join(failing, 'releases', 'failing'));
    await expect(upgradeTo(failing), 'it changes the tables and then answers 500').rejects.toThrow(
      /The former version serves again/,
    );
    await servesAsBefore();
    // What a service manager starts the next time is the former one too.
    const { starts } = supervisor;
    supervisor.signal('SIGKILL');
    await expect.poll(() => supervisor.starts).toBe(starts + 1);
    await servesAsBefore();
  } finally {
    await supervisor.stop('SIGKILL');
  }
});

/** The archive, started by a supervisor on data of its own. */
async function supervised() {
  const program = laidOut();
  const dataDir = join(place, 'data');
  cpSync(beginningFolder('owner'), dataDir, { recursive: true });
  if (NOBODY.uid) giveTo(place, NOBODY.uid);
  const port = await freePort();
  const supervisor = serve(program, dataDir, port);
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

/** An unpacked archive of another version. @param code what its server does first of all. */
function otherRelease(program: string, build: string, code = ''): string {
  const folder = join(place, `archive of ${build}`);
  const release = join(folder, 'releases', build);
  cpSync(join(program, 'releases', ownBuild()), release, { recursive: true });
  writeFileSync(join(folder, 'releases', 'current'), `releases/${build}\n`);
  writeFileSync(join(release, 'release.json'), JSON.stringify({ version: '9.9.9', build }));
  const server = join(release, 'server', 'server.mjs');
  writeFileSync(server, `${code}\n${readFileSync(server, 'utf8')}`);
  if (NOBODY.uid) giveTo(folder, NOBODY.uid);
  return folder;
}

function addMigration(release: string): void {
  const folder = join(release, 'db', 'migrations');
  const journal = join(folder, 'meta', '_journal.json');
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8'));
  const tag = '9999_of-another-version';
  const entry = { ...entries.at(-1), idx: entries.length, when: Date.UTC(2100, 0, 1), tag };
  writeFileSync(journal, JSON.stringify({ ...rest, entries: [...entries, entry] }));
  writeFileSync(join(folder, `${tag}.sql`), 'CREATE TABLE of_another_version (id integer);');
}

/** What was published a moment before must be there afterwards. @returns its slug. */
function writePost(dataDir: string): string {
  const db = openDatabase(join(dataDir, 'broadside.db'));
  const { postId } = buildPost(db, { headline: 'A word before the upgrade' });
  const slug = db.$client.prepare('select slug from posts where id = ?').pluck().get(postId);
  db.$client.close();
  return String(slug);
}

function ownBuild(): string {
  return releaseFacts(releaseDir()).build;
}

function everyPath(folder: string): string[] {
  return [folder, ...readdirSync(folder, { recursive: true }).map((path) => join(folder, String(path)))];
}

function giveTo(folder: string, user: number): void {
  for (const path of everyPath(folder)) chownSync(path, user, user);
}

function closeAgainstWriting(folder: string): void {
  for (const path of everyPath(folder).reverse()) chmodSync(path, 0o555);
}
