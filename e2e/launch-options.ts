import { QUIET_CHROMIUM } from '@/tools/running/quiet-chromium';

/** How every Chromium is started; `prepare.mjs` finds its program before the first. */
export const launchOptions = () => ({
  executablePath: process.env.CHROMIUM_PATH,
  // A new page lives in the process of those that are open: `shared-browser.ts` keeps one.
  args: [...QUIET_CHROMIUM, '--process-per-site'],
  // Where a system names no letters, Chromium gives no file a name in Khmer.
  env: { ...process.env, LC_ALL: 'C.UTF-8' },
});
