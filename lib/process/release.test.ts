import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { NEXT_OUTPUT } from './next-output.mjs';
import { enterRelease } from './release';
import { isMark } from './release-shelf.mjs';

test('a release is in use until the process that entered it ends', () => {
  const release = realpathSync(mkdtempSync(join(tmpdir(), 'broadside-release-')));
  mkdirSync(join(release, NEXT_OUTPUT));
  writeFileSync(join(release, NEXT_OUTPUT, 'required-server-files.json'), '{"config":{}}');
  const before = process.cwd();
  const once = vi.spyOn(process, 'once').mockReturnThis();
  try {
    enterRelease(release);
    expect(process.cwd()).toBe(release);
    expect(readdirSync(release).filter(isMark)).toHaveLength(1);
    for (const [event, listener] of once.mock.calls) if (event === 'exit') listener(0);
    expect(readdirSync(release).filter(isMark)).toEqual([]);
  } finally {
    once.mockRestore();
    process.chdir(before);
    delete process.env.__NEXT_PRIVATE_STANDALONE_CONFIG;
    rmSync(release, { recursive: true });
  }
});
