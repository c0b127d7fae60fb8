import { quietChromium } from '@/tools/running/quiet-chromium';

/**
 * Returns the options that every Chromium is started with; `prepare.mjs` finds its executable before the first start.
 */
export const launchOptions = () => ({
  executablePath: process.env.CHROMIUM_PATH,
  // A new page shares the process of the pages that are open: `shared-browser.ts` keeps one open. Without streaming,
  // that process does not parse again what it has compiled for an earlier page.
  args: [...quietChromium(['ScriptStreaming', 'BackgroundResourceFetch']), '--process-per-site'],
  // Where the system's locale names no character set, Chromium gives no file a Khmer name.
  env: { ...process.env, LC_ALL: 'C.UTF-8' },
});
