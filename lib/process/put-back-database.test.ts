import type fs from 'node:fs';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { finishSwitch, prepareSwitch, restoreDatabase } from './release';

/** Called with its name before each step that changes something in a folder. */
const steps = vi.hoisted(() => ({ before: (_name: string) => {} }));

vi.mock('node:fs', async (original) => {
  const actual = await original<typeof fs>();
  const stepping = (['fsyncSync', 'linkSync', 'copyFileSync', 'renameSync', 'rmSync'] as const).map(
    (name) => [
      name,
      (...args: unknown[]) => {
        steps.before(name);
        return (actual[name] as (...args: unknown[]) => unknown)(...args);
      },
    ],
  );
  return { ...actual, ...Object.fromEntries(stepping) };
});

let dataDir: string;
let database: string;
let copy: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'broadside-put-back-'));
  database = join(dataDir, 'broadside.db');
  copy = `${database}.before-1`;
  writeFileSync(database, 'changed');
  writeFileSync(`${database}-wal`, 'log of the changed one');
  writeFileSync(`${database}-shm`, 'index of the log');
  writeFileSync(copy, 'as before');
});
afterEach(() => {
  steps.before = () => {};
  rmSync(dataDir, { recursive: true });
});

/** Makes the process end before step `last`. @returns whether it got that far. */
function putBackUntil(last: number, { canLink = true } = {}): boolean {
  let done = 0;
  steps.before = (name) => {
    if (done++ >= last) throw new Error('ended');
    if (name === 'linkSync' && !canLink) throw new Error('EPERM');
  };
  try {
    finishSwitch(dataDir, dataDir);
    return false;
  } catch (error) {
    if (!(error instanceof Error && error.message === 'ended')) throw error;
    return true;
  } finally {
    steps.before = () => {};
  }
}

function kept(): string[] {
  return readdirSync(dataDir).filter((name) => name.includes('.failed-'));
}

test.each([true, false])('a database exists wherever the restore breaks off, links: %s', (canLink) => {
  let breaks = 0;
  for (let last = 0; ; last += 1) {
    for (const name of kept()) rmSync(join(dataDir, name));
    writeFileSync(database, 'changed');
    writeFileSync(`${database}-wal`, 'log of the changed one');
    writeFileSync(copy, 'as before');
    prepareSwitch(dataDir, { release: dataDir, database: copy });
    const isBrokenOff = putBackUntil(last, { canLink });
    expect(['changed', 'as before']).toContain(readFileSync(database, 'utf8'));
    // The next start completes it.
    finishSwitch(dataDir, dataDir);
    expect(readFileSync(database, 'utf8')).toBe('as before');
    expect(readdirSync(dataDir)).not.toContain('switch.json');
    expect(readdirSync(dataDir)).not.toContain('broadside.db-wal');
    const log = kept().find((name) => name.endsWith('-wal')) ?? 'none';
    expect(readFileSync(join(dataDir, log.slice(0, -'-wal'.length)), 'utf8')).toBe('changed');
    if (!isBrokenOff) break;
    breaks += 1;
  }
  expect(breaks).toBeGreaterThanOrEqual(6);
});

test('restoring again, or from a missing copy, changes nothing', () => {
  restoreDatabase(dataDir, copy);
  const before = readdirSync(dataDir);
  restoreDatabase(dataDir, copy);
  expect(readdirSync(dataDir)).toEqual(before);
  expect(readFileSync(database, 'utf8')).toBe('as before');
});

test('a planned switch to another release is deleted, and so is an unreadable one', () => {
  prepareSwitch(dataDir, { release: join(dataDir, 'other'), database: copy });
  finishSwitch(dataDir, dataDir);
  writeFileSync(join(dataDir, 'switch.json'), '{');
  vi.spyOn(console, 'error').mockImplementationOnce(() => {});
  finishSwitch(dataDir, dataDir);
  expect(existsSync(join(dataDir, 'switch.json'))).toBe(false);
  expect(readFileSync(database, 'utf8')).toBe('changed');
});
