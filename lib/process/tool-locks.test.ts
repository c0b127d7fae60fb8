import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyFolder } from '@/lib/backup/copy-folder';
import { holdDataFolder } from './running';
import { aloneInDataFolder, amongTools, isOfProcesses, onlyOnce } from './tool-locks';

let dataDir: string;
let child: ChildProcess | null;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'broadside-tools-'));
  child = null;
});
afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(dataDir, { recursive: true });
});

/** Runs a verb in another process until the test ends, and waits until it works. */
async function elsewhere(code: string): Promise<ChildProcess> {
  const program = `
    import { aloneInDataFolder, amongTools, onlyOnce } from '@/lib/process/tool-locks';
    import { holdDataFolder } from '@/lib/process/running';
    const dataDir = ${JSON.stringify(dataDir)};
    const forever = () => new Promise(() => { process.stdout.write('works'); setInterval(() => {}, 1000); });
    void (async () => { ${code} })();`;
  const args = ['--import', 'tsx', '--input-type=module', '-e', program];
  child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const { stdout } = child;
  await new Promise((done) => stdout?.once('data', done));
  return child;
}

const done = async () => 'done';

test('verbs that open the database work side by side, and the same verb twice if it may', async () => {
  await elsewhere("await amongTools(dataDir, 'check', forever)");
  expect(await amongTools(dataDir, 'rebuild', done)).toBe('done');
  expect(await onlyOnce(dataDir, 'backup', done)).toBe('done');
});

test('a verb that must be alone says which verb it would disturb', async () => {
  const { pid } = await elsewhere("await amongTools(dataDir, 'check', forever)");
  await expect(aloneInDataFolder(dataDir, 'restore', done)).rejects.toThrow(
    `“manage check” (process ${pid})`,
  );
});

test('nothing begins while a verb is alone, and everything says which one it is', async () => {
  const { pid } = await elsewhere("await aloneInDataFolder(dataDir, 'restore', forever)");
  const holder = `“manage restore” (process ${pid})`;
  await expect(amongTools(dataDir, 'check', done)).rejects.toThrow(holder);
  await expect(aloneInDataFolder(dataDir, 'move-data', done)).rejects.toThrow(holder);
  await expect(holdDataFolder(dataDir, { waitMs: 0 })).rejects.toThrow(holder);
});

test('a second backup says that one is being made, and by which process', async () => {
  const { pid } = await elsewhere("await onlyOnce(dataDir, 'backup', forever)");
  await expect(onlyOnce(dataDir, 'backup', done)).rejects.toThrow(`“manage backup” (process ${pid})`);
});

test('a killed verb blocks nothing, and its note is removed when it is no longer true', async () => {
  const killed = await elsewhere("await amongTools(dataDir, 'check', forever)");
  const ended = new Promise((gone) => killed.once('exit', gone));
  killed.kill('SIGKILL');
  await ended;
  expect(await aloneInDataFolder(dataDir, 'restore', done)).toBe('done');
  await elsewhere("await amongTools(dataDir, 'rebuild', forever)");
  await expect(aloneInDataFolder(dataDir, 'restore', done)).rejects.toThrow(/by “manage rebuild” [^,]*$/);
  expect(readdirSync(dataDir).filter((name) => name.includes('check'))).toEqual([]);
});

test('copying a data folder does not open its locks, which would release them', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'broadside-copy-'));
  await aloneInDataFolder(dataDir, 'move-data', async () => {
    await copyFolder(dataDir, copy, { without: isOfProcesses });
    expect(readdirSync(copy)).toEqual([]);
    expect(existsSync(join(dataDir, 'running.lock'))).toBe(true);
  });
  rmSync(copy, { recursive: true });
});
