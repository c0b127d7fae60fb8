import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { modeOf, openToOthers } from '@/tools/testing/modes';
import { closedCompileCache } from './compile-cache.mjs';

/** A umask that removes no rights, as some containers and service managers set it. */
const MASK_OF_NONE = 'umask 000';

let release: string;
let cache: string;
beforeEach(() => {
  release = realpathSync(mkdtempSync(join(tmpdir(), 'broadside-cache-')));
  cache = join(release, 'compile-cache');
});
afterEach(() => rmSync(release, { recursive: true }));

function makeCache(mode: number): void {
  mkdirSync(cache);
  writeFileSync(join(cache, 'entry'), 'compiled', { mode: 0o600 });
  chmodSync(cache, mode);
}

describe.skipIf(process.platform === 'win32')('on systems with file modes', () => {
  test('the server starts with a cache that other users cannot access', async () => {
    const program = join(release, 'broadside.mjs');
    const entryPoints = ['lib/cli/broadside.mjs'];
    await build({ entryPoints, outfile: program, bundle: true, format: 'esm', platform: 'node' });
    mkdirSync(join(release, 'server'));
    const says = 'console.log(process.env.NODE_COMPILE_CACHE); console.log(process.umask());';
    writeFileSync(join(release, 'server', 'imported.mjs'), says);
    writeFileSync(join(release, 'server', 'server.mjs'), "import './imported.mjs';");
    const command = `${MASK_OF_NONE}; "$0" "$1"`;
    const output = execFileSync('sh', ['-c', command, process.execPath, program], { encoding: 'utf8' });
    expect(output).toBe(`${cache}\n${0o077}\n`);
    expect(openToOthers(cache)).toEqual([]);
  });

  test('a cache that others could read is closed and kept', () => {
    makeCache(0o755);
    expect(closedCompileCache(release)).toBe(cache);
    expect(modeOf(cache)).toBe(0o700);
    expect(existsSync(join(cache, 'entry'))).toBe(true);
  });

  test.each(['folder', 'folder within'])('a cache that others could write is not loaded: %s', (which) => {
    makeCache(which === 'folder' ? 0o775 : 0o755);
    mkdirSync(join(cache, 'v24'));
    chmodSync(join(cache, 'v24'), which === 'folder' ? 0o755 : 0o777);
    expect(closedCompileCache(release)).toBe(cache);
    expect(modeOf(cache)).toBe(0o700);
    expect(existsSync(join(cache, 'entry'))).toBe(false);
  });

  test('a link or a file in place of the cache is not used', () => {
    mkdirSync(join(release, 'elsewhere'));
    symlinkSync(join(release, 'elsewhere'), cache);
    chmodSync(cache, 0o755);
    expect(closedCompileCache(release)).toBeNull();
    expect(modeOf(join(release, 'elsewhere'))).toBe(0o755);
    rmSync(cache);
    writeFileSync(cache, '');
    expect(closedCompileCache(release)).toBeNull();
  });

  test.runIf(process.getuid?.() === 0)('another user’s cache is not changed and not used', () => {
    makeCache(0o777);
    chownSync(cache, 65_534, 65_534);
    expect(closedCompileCache(release)).toBeNull();
    expect(modeOf(cache)).toBe(0o777);
  });
});
