import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from '../lib/cli/ensure-build.mjs';
import { findTestBrowser } from '../lib/cli/find-chromium.mjs';
import { makeTestFolder } from '../lib/cli/test-folder.mjs';

/**
 * Finds or makes what the tests need, unless `npm test` has already named it; the workers inherit it.
 * @returns what cleans up afterwards.
 */
export default async function prepare() {
  process.env.CHROMIUM_PATH ||= await findTestBrowser();
  process.env.RELEASE_DIR ||= await ensureBuild({ isCurrent: false });
  // Workers reuse what this process has transpiled, which is in the original temporary folder.
  process.env.PLAYWRIGHT_TRANSFORM_CACHE_DIR ||= join(
    tmpdir(),
    `playwright-transform-cache-${process.geteuid?.()}`,
  );
  const folder = makeTestFolder();
  process.env.TMPDIR = folder;
  // Workers compile their programs once; servers use the cache of their release.
  process.env.NODE_COMPILE_CACHE ||= join(folder, 'compile-cache');
  return () => rmSync(folder, { recursive: true, force: true });
}
