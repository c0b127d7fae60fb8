import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import type { CleanUp } from './clean-up';
import { OWNER } from './owner';
import { quietChromium } from './quiet-chromium';

/** What a signed-in browser holds. */
export type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;

const VIEWPORT = { width: 1280, height: 800 };

/**
 * Opens a headless Chromium, closed at the end whatever happens.
 * @param env its environment.
 */
export async function openBrowser(
  { cleanUp, tools }: { cleanUp: CleanUp; tools: { chromium: string } },
  env = process.env,
): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: tools.chromium,
    // We handle signals ourselves, together with everything else that must be stopped.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: quietChromium(),
    env,
  });
  cleanUp.later(() => browser.close());
  return browser;
}

/** Signs the owner in as a person does. */
export async function signIn(browser: Browser, url: string): Promise<SignedIn> {
  const page = await browser.newPage();
  await page.goto(`${url}/admin/sign-in`);
  await page.getByLabel('E-mail').fill(OWNER.email);
  await page.getByLabel('Passphrase').fill(OWNER.passphrase);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/\/admin$/);
  const state = await page.context().storageState();
  await page.context().close();
  return state;
}

/** Returns the cookie header of a signed-in browser. */
export function cookieHeader({ cookies }: SignedIn): string {
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

/** Opens a signed-in browser context with an empty cache, for one measurement. */
export function freshContext(browser: Browser, storageState: SignedIn): Promise<BrowserContext> {
  return browser.newContext({ storageState, viewport: VIEWPORT });
}
