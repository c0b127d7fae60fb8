import { execFile } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FILES, SOURCES } from '@/lib/cli/ensure-build.mjs';
import { freePort } from '@/lib/process/free-port.mjs';
import { isMark, isOfRelease } from '@/lib/process/release-shelf.mjs';
import { findRunning } from '@/lib/process/running';
import { defaultSettings } from '@/lib/settings/environment';
import { beginningFolder } from './beginnings';
import { expect, test } from './fixtures';
import { releaseDir } from './publication';
import { Supervisor } from './supervisor';

/*
 * A clone with its own sources and builds. A build takes half a minute on two cores, so each version is put where the
 * build of its sources would be found.
 */

const run = promisify(execFile);

let place: string;
let clone: string;
test.beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'broadside-clone-'));
  clone = join(place, 'my clone');
  for (const part of [...SOURCES, ...FILES]) cpSync(part, join(clone, part), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(clone, 'node_modules'));
});
test.afterEach(() => rmSync(place, { recursive: true, force: true }));

test('a clone is upgraded in the same process, and “npm start” does not retry a version that did not work', async () => {
  const first = await built();
  const { dataDir, supervisor, upgrade } = await started();
  try {
    const pid = findRunning(dataDir)?.pid;
    expect(findRunning(dataDir)).toMatchObject({ build: first });
    const second = await pulled();
    expect(await upgrade()).toContain(`(${second}) is running.`);
    expect(findRunning(dataDir)).toMatchObject({ build: second, state: 'serving', pid });
    // Its process continues, and must not hold the former version forever.
    expect(readdirSync(join(clone, '.builds', first)).filter(isMark)).toEqual([]);
    await pulled("console.log('No such thing.'); process.exit(3);");
    await expect(upgrade()).rejects.toThrow(/No such thing\.[\s\S]*The new version does not run here/);
    expect(findRunning(dataDir)).toMatchObject({ build: second, state: 'serving', pid });
    supervisor.signal('SIGTERM');
    await expect.poll(() => supervisor.output).toContain('This version has not passed its trial');
    await expect.poll(() => findRunning(dataDir)).toMatchObject({ build: second, state: 'serving' });
  } finally {
    await supervisor.stop();
  }
});

/** Changes the sources, as a pull does, and has them built. @param code what the server runs first. */
function pulled(code = ''): Promise<string> {
  appendFileSync(join(clone, 'server.ts'), `\n// ${code}\n`);
  return built(code);
}

/** Puts a release of the current sources in place. @returns its name. */
async function built(code = ''): Promise<string> {
  const build = await hashOfSources();
  const release = join(clone, '.builds', build);
  linkFolder(copyOfRelease(), release);
  replace(join(release, 'release.json'), () => JSON.stringify({ version: '9.9.9', build }));
  replace(join(release, 'server', 'server.mjs'), (server) => `${code}\n${server}`);
  return build;
}

async function hashOfSources(): Promise<string> {
  const program = "console.log((await import('./lib/cli/ensure-build.mjs')).hashOfSources())";
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], { cwd: clone });
  return stdout.trim();
}

/** Makes one copy of the release under test, on the same disk as this test. */
function copyOfRelease(): string {
  const folder = join(place, 'release');
  if (!existsSync(folder)) cpSync(releaseDir(), folder, { recursive: true, filter: isOfRelease });
  return folder;
}

/** Copies a folder with hard links, which take no space. */
function linkFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (!isOfRelease(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, target);
    else linkSync(source, target);
  }
}

/** Replaces a file that others are hard-linked to with a new one. */
function replace(file: string, change: (content: string) => string): void {
  const content = readFileSync(file, 'utf8');
  rmSync(file);
  writeFileSync(file, change(content));
}

/** Runs `npm start` in the clone under a supervisor, with its own data folder. */
async function started() {
  const dataDir = join(place, 'data');
  cpSync(beginningFolder('owner'), dataDir, { recursive: true });
  const env = {
    ...process.env,
    ...defaultSettings(),
    PORT: String(await freePort()),
    DATA_DIR: dataDir,
  };
  const supervisor = new Supervisor(['npm', ['start']], { env, cwd: clone });
  await expect.poll(() => findRunning(dataDir)?.state, { timeout: 120_000 }).toBe('serving');
  const upgrade = async () => {
    const { stdout } = await run('npm', ['run', 'manage', '--', 'upgrade'], { env, cwd: clone }).catch(
      ({ stdout, stderr }) => {
        throw new Error(`${stdout}\n${stderr}`);
      },
    );
    return stdout;
  };
  return { dataDir, supervisor, upgrade };
}
