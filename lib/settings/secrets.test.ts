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

test('a secret for which the disk has no room is refused by that name, not by the file that is missing', () => {
  vi.mocked(writeFileSync).mockImplementationOnce(() => {
    throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  });
  expect(() => secret(folder, 'session')).toThrow('ENOSPC');
  expect(secret(folder, 'session')).toMatch(/^[\w-]{43}$/);
});
