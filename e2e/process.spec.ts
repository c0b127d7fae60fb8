import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createDatabase } from '@/db/client';
import { freePort } from '@/lib/process/free-port.mjs';
import { prepareSwitch, releaseCommand } from '@/lib/process/release';
import { defaultSettings } from '@/lib/settings/environment';
import { openToOthers } from '@/tools/testing/modes';
import { firstStart } from './beginnings';
import { expect, test } from './fixtures';
import { Publication, releaseDir } from './publication';

/** Runs the server until it ends. */
function run(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const child = spawn(...releaseCommand(), {
    env: { ...process.env, ...defaultSettings(), ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  return new Promise((done) => {
    child.once('exit', (code) => done({ code, output }));
  });
}

test('an obstacle to starting is one plain sentence that says how to fix it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'broadside-start-'));
  const taken = createServer();
  await new Promise<void>((done) => taken.listen(0, done));
  const address = taken.address();
  const port = String(typeof address === 'object' ? address?.port : 0);
  writeFileSync(join(folder, 'file'), '');
  mkdirSync(join(folder, 'damaged'));
  writeFileSync(join(folder, 'damaged', 'broadside.db'), 'no database'.repeat(1000));
  mkdirSync(join(folder, 'halfway', 'secrets'), { recursive: true });
  createDatabase(join(folder, 'halfway', 'broadside.db'));
  writeFileSync(join(folder, 'halfway', 'secrets', 'session'), '');
  mkdirSync(join(folder, 'lost', 'secrets'), { recursive: true });
  writeFileSync(join(folder, 'lost', 'secrets', 'session'), 'secret');
  try {
    const obstacles = [
      [{ PORT: port, DATA_DIR: join(folder, 'data') }, /^Port \d+ is in use\. .*PORT=/m],
      [{ DATA_DIR: join(folder, 'file', 'data') }, /^The data folder .* cannot be written\. .*DATA_DIR/m],
      [{ DATA_DIR: join(folder, 'damaged') }, /^The database .* is damaged\. .*restore/m],
      [{ DATA_DIR: join(folder, 'halfway') }, /^The secret .* is empty\. Delete/m],
      [
        { DATA_DIR: join(folder, 'lost') },
        /^\S+ has no database of a publication, but there are traces .* secrets\./m,
      ],
      [{ PORT: 'eighty', DATA_DIR: join(folder, 'data') }, /^PORT .*/m],
      [{ SITE_URL: 'example', DATA_DIR: join(folder, 'data') }, /^SITE_URL .*/m],
      [{ SITE_URL: 'https://example.org/blog', DATA_DIR: join(folder, 'data') }, /^SITE_URL .* no path/m],
    ] as const;
    const ends = await Promise.all(
      obstacles.map(async ([env]) => run({ PORT: String(await freePort()), ...env })),
    );
    for (const [index, { code, output }] of ends.entries()) {
      expect(output).toMatch(obstacles[index]?.[1] ?? /never/);
      expect(output).not.toMatch(/^\s+at /m);
      expect(code).toBe(1);
    }
  } finally {
    taken.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a first start says where the data is and how to back it up, and closes it to other users', () => {
  const { output, dataDir, url, openToOthers: open } = firstStart();
  expect(output).toContain(`The data is in ${dataDir}. Back it up with: npm run manage -- backup`);
  expect(output).toContain(`${url}/admin/setup?token=`);
  expect(open).toEqual([]);
});

test('a new publication shows samples in both languages, and its backups are unreadable to other users', async ({
  request,
}) => {
  const publication = await Publication.start('samples');
  try {
    for (const path of ['/', '/km'])
      expect(await (await request.get(publication.url + path)).text(), path).toContain('<article');
    expect(await publication.manage('--help')).toContain(`The data is in ${publication.dataDir}.`);
    await publication.manage('backup');
    expect(openToOthers(`${publication.dataDir}-backups`)).toEqual([]);
  } finally {
    await publication.dispose();
  }
});

test('Ctrl-C stops it cleanly, even while a browser holds a connection', async ({ page }) => {
  const publication = await Publication.start('samples');
  try {
    await page.goto(publication.url);
    expect(await publication.stop()).toBe(0);
    expect(publication.output).not.toMatch(/error/i);
  } finally {
    await publication.dispose();
  }
});

test('a program fault is recorded in one line, and the process begins anew without a supervisor', async ({
  request,
}) => {
  // Stands for a fault anywhere: the process has been up long enough to be worth another start.
  const fault = `process.on('SIGCONT', () => { process.uptime = () => 60; setImmediate(() => { throw new Error('A fault'); }); })`;
  const publication = await Publication.start('samples', {
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(fault)}`,
  });
  const facts = join(publication.dataDir, 'running.json');
  try {
    const { pid } = JSON.parse(readFileSync(facts, 'utf8'));
    process.kill(pid, 'SIGCONT');
    const served = (): number => publication.output.split('Broadside runs at').length - 1;
    while (served() < 2) await pause(20);
    expect(publication.output).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z error Uncaught: Error: A fault \| at .*$/m);
    await expect
      .poll(() => existsSync(facts) && JSON.parse(readFileSync(facts, 'utf8')))
      .toMatchObject({ pid, state: 'serving' });
    expect((await request.get(publication.url)).status()).toBe(200);
    expect(await publication.stop()).toBe(0);
  } finally {
    await publication.dispose();
  }
});

test('a switch restores the database while no other process can hold the data folder', async ({
  request,
}) => {
  const publication = await Publication.start('owner');
  const { dataDir, url } = publication;
  const facts = join(dataDir, 'running.json');
  const copy = join(dataDir, 'broadside.db.before-1');
  try {
    copyFileSync(join(dataDir, 'broadside.db'), copy);
    prepareSwitch(dataDir, { release: resolve(releaseDir()), database: copy });
    const { pid } = JSON.parse(readFileSync(facts, 'utf8'));
    process.kill(pid, 'SIGUSR2');
    // Testing the hold would take it for a moment; its holder reports here until it lets go.
    const states: string[] = [];
    while (states.length < 2 || states.at(-1) !== 'serving') {
      const state = existsSync(facts) ? JSON.parse(readFileSync(facts, 'utf8')).state : 'not held';
      if (state !== states.at(-1)) states.push(state);
      await new Promise((done) => setTimeout(done, 2));
    }
    expect(states).not.toContain('not held');
    expect(readdirSync(dataDir).filter((name) => /failed-\d+$/.test(name))).toHaveLength(1);
    expect(existsSync(copy) || existsSync(join(dataDir, 'switch.json'))).toBe(false);
    expect((await request.get(url)).status()).toBe(200);
    expect(await publication.stop()).toBe(0);
    expect(existsSync(facts)).toBe(false);
    expect(readdirSync(releaseDir())).not.toContain(`in-use-${pid}`);
  } finally {
    await publication.dispose();
  }
});

test('the operator’s tool backs up a running publication and restores it', async ({ request }) => {
  const publication = await Publication.start('samples');
  const folder = mkdtempSync(join(tmpdir(), 'broadside-backup-'));
  try {
    const before = await (await request.get(publication.url)).text();
    await publication.manage('backup', [join(folder, 'copy')]);
    await expect(publication.manage('restore', [join(folder, 'copy')])).rejects.toThrow(/running/);
    await expect(publication.manage('move-data', [join(folder, 'moved')])).rejects.toThrow(/running/);
    await publication.stop();
    rmSync(join(publication.dataDir, 'broadside.db'));
    await publication.manage('restore', [join(folder, 'copy')]);
    await publication.manage('check');
    await publication.manage('move-data', [join(folder, 'moved')]);
    await expect(publication.manage('check')).rejects.toThrow(/There is no publication in/);
    renameSync(join(folder, 'moved'), publication.dataDir);
    await publication.resume();
    expect(await (await request.get(publication.url)).text()).toBe(before);
  } finally {
    await publication.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a client that offers another protocol is answered in the one it came with', async ({ site }) => {
  const headers = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': '' };
  const status = await new Promise((done, fail) => {
    get(site.url, { headers }, (answer) => done(answer.resume().statusCode)).once('error', fail);
  });
  expect(status).toBe(200);
});

test('a page that fails logs why in the output of the process', async ({ request, site }) => {
  const { id, slug } = site.buildPost();
  const unshowable = 9_000_000_000_000_000;
  const date = site.db.$client.prepare('update posts set published_at = ? where id = ?');
  const was = site.db.$client.prepare('select published_at from posts where id = ?').pluck().get(id);
  date.run(unshowable, id);
  expect((await request.get(`/${slug}`)).status()).toBe(500);
  await expect.poll(() => site.publication.output).toContain('Invalid time value');
  date.run(was, id);
});
