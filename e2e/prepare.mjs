import { rmSync } from 'node:fs';
import { ensureBuild } from '../lib/cli/ensure-build.mjs';
import { findTestBrowser } from '../lib/cli/find-chromium.mjs';
import { makeTestFolder } from '../lib/cli/test-folder.mjs';

/**
 * Finds or makes what the tests run with, unless `npm test` named it before; the workers inherit it.
 * @returns what clears up behind them.
 */
export default async function prepare() {
  process.env.CHROMIUM_PATH ||= await findTestBrowser();
  process.env.NEXT_BUILD_DIR ||= await ensureBuild();
  const folder = makeTestFolder();
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
