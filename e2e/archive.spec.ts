import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { layOut } from '@/lib/cli/pack-archive.mjs';
import { freePort } from '@/lib/process/free-port.mjs';
import { isMark } from '@/lib/process/release-shelf.mjs';
import { findRunning } from '@/lib/process/running';
import {
  addMigration,
  closeAgainstWriting,
  giveToNobody,
  laidOutIn,
  otherRelease,
  ownBuild,
  placeForAll,
  serve,
  supervisedIn,
  unpackedIn,
  writePost,
} from './archived';
import { beginningFolder } from './beginnings';
import { expect, test } from './fixtures';
import { releaseDir } from './publication';
import type { Supervisor } from './supervisor';

let place: string;
test.beforeEach(() => {
  place = placeForAll();
});
test.afterEach(() => {
  chmodSync(place, 0o700);
  rmSync(place, { recursive: true, force: true });
});

test('the archive runs from any folder, as a user who can write nothing but the data', async ({
  request,
}) => {
  const program = await unpackedIn(place);
  const empty = join(place, 'empty');
  const dataDir = join(place, 'data of mine');
  cpSync(beginningFolder('owner'), dataDir, { recursive: true });
  mkdirSync(empty);
  giveToNobody(dataDir);
  closeAgainstWriting(program);
  chmodSync(place, 0o755);
  const port = await freePort();
  const supervisor = serve(program, { dataDir, port, cwd: empty });
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

test('a release contains no folder name of the machine that built it', () => {
  const root = process.cwd();
  // As a whole value, or followed by a path inside it: a short path alone, such as /app, also appears in Next's code.
  const named = [`"${root}"`, ...readdirSync(root).map((name) => join(root, name))];
  const program = laidOutIn(place);
  const files = readdirSync(program, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  expect(files.length).toBeGreaterThan(100);
  const names = (file: string) => {
    const bytes = readFileSync(file);
    return named.some((path) => bytes.includes(path));
  };
  expect(files.filter(names)).toEqual([]);
});

test('a second archive shares the publication of the first, one at a time, and says whose it is', async () => {
  const programs = ['one', 'two'].map((name) => join(place, name));
  for (const program of programs) layOut(releaseDir(), program);
  const dataDir = join(place, 'broadside-data');
  cpSync(beginningFolder('owner'), dataDir, { recursive: true });
  // The release itself had served this data folder before it was copied.
  rmSync(join(dataDir, 'program-folder'));
  giveToNobody(place);
  const [first, second] = await Promise.all(
    programs.map(async (program) => ({ program, port: await freePort() })),
  );
  if (!first || !second) throw new Error('There are two programs.');
  const one = serve(first.program, { dataDir: '', port: first.port });
  let two: Supervisor | undefined;
  try {
    await expect.poll(() => findRunning(dataDir)?.state, { timeout: 120_000 }).toBe('serving');
    two = serve(second.program, { dataDir: '', port: second.port });
    await expect.poll(() => two?.output).toMatch(`is in use by a running Broadside (process ${one.pid}`);
    await one.stop();
    await expect
      .poll(() => two?.output)
      .toMatch(
        `which ${first.program} served before. For a different publication, set DATA_DIR to a separate folder`,
      );
    expect(one.output).not.toContain('served before');
  } finally {
    await one.stop('SIGKILL');
    await two?.stop('SIGKILL');
  }
});

test('an upgrade switches a running publication in the same process', async ({ request }) => {
  const { program, dataDir, port, supervisor, upgradeTo } = await supervisedIn(place);
  try {
    const pid = supervisor.pid;
    const slug = writePost(dataDir);
    const next = otherRelease(program, 'next');
    expect(await upgradeTo(next)).toContain('(next) is running.');
    expect(findRunning(dataDir)).toMatchObject({ build: 'next', state: 'serving', pid });
    expect((await request.get(`http://127.0.0.1:${port}/${slug}`)).status()).toBe(200);
    expect(supervisor.starts).toBe(1);
    const former = join(program, 'releases', ownBuild());
    expect(readdirSync(former).filter(isMark)).toEqual([]);
    // The next start by a service manager runs the new version too.
    supervisor.signal('SIGKILL');
    await expect.poll(() => findRunning(dataDir)).toMatchObject({ build: 'next', state: 'serving' });
    expect(readdirSync(`${dataDir}-backups`).filter((name) => name !== '.gitignore')).toHaveLength(1);
  } finally {
    await supervisor.stop('SIGKILL');
  }
});

const ENDS_AS_IT_STARTS = 'if (!process.env.BROADSIDE_REHEARSAL) process.exit(3);';
const ANSWERS_500 = `import nodeHttp from 'node:http';
  const emit = nodeHttp.Server.prototype.emit;
  if (!process.env.BROADSIDE_REHEARSAL) nodeHttp.Server.prototype.emit = function (name, ...args) {
    if (name !== 'request') return emit.call(this, name, ...args);
    args[1].writeHead(500).end();
    return true;
  };`;

test('versions that do not work are replaced by the one that was serving, with all data', async ({
  request,
}) => {
  const { program, dataDir, port, supervisor, upgradeTo } = await supervisedIn(place);
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
      /The previous version is running again/,
    );
    await servesAsBefore();

    const failing = otherRelease(program, 'failing', ANSWERS_500);
    addMigration(join(failing, 'releases', 'failing'));
    await expect(upgradeTo(failing), 'it changes the tables and then answers 500').rejects.toThrow(
      /The previous version is running again/,
    );
    await servesAsBefore();
    // The next start by a service manager runs the former version too.
    const { starts } = supervisor;
    supervisor.signal('SIGKILL');
    await expect.poll(() => supervisor.starts).toBe(starts + 1);
    await servesAsBefore();
  } finally {
    await supervisor.stop('SIGKILL');
  }
});
