import type { Browser, BrowserContext, Cookie, Page } from '@playwright/test';

/**
 * One browser for all tests of a worker, which each test finds as if unused. One tab always stays open, so all pages
 * share one process, which compiles scripts and fetches fonts once.
 */
export class SharedBrowser {
  private constructor(
    private readonly context: BrowserContext,
    private readonly stays: Page,
    private readonly origin: string,
  ) {}

  static async open(browser: Browser, origin: string): Promise<SharedBrowser> {
    const context = await browser.newContext({ baseURL: origin });
    const stays = await context.newPage();
    await stays.goto('/healthz');
    return new SharedBrowser(context, stays, origin);
  }

  /** Opens a page in a browser that has kept nothing but scripts and pictures. @param cookies the only ones it has. */
  async newPage(cookies: Cookie[] = []): Promise<Page> {
    const page = await this.context.newPage();
    const session = await this.context.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: this.origin, storageTypes: 'all' });
    await session.detach();
    await this.context.clearCookies();
    await this.context.addCookies(cookies);
    return page;
  }

  /** Reverts what a test did to the browser itself. */
  async leaveNothing(): Promise<void> {
    const used = this.context.pages().filter((page) => page !== this.stays);
    await Promise.all(used.map((page) => page.close()));
    await this.context.unrouteAll({ behavior: 'ignoreErrors' });
    await this.context.clearPermissions();
    await this.context.setOffline(false);
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
