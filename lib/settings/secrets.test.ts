import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { secret } from './secrets';

vi.mock('node:fs', async (importOriginal) => {
  const original = await importOriginal<typeof import('node:fs')>();
  return { ...original, writeFileSync: vi.fn(original.writeFileSync) };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadside-secret-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a secret that does not fit on the disk is refused for that reason, not for the missing file', () => {
  vi.mocked(writeFileSync).mockImplementationOnce(() => {
    throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  });
  expect(() => secret(folder, 'session')).toThrow('ENOSPC');
  expect(secret(folder, 'session')).toMatch(/^[\w-]{43}$/);
});

test('a secret is on the disk before it is used', () => {
  secret(folder, 'session');
  expect(vi.mocked(writeFileSync).mock.lastCall?.[2]).toMatchObject({ flush: true });
});
