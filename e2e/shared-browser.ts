import type { Browser, BrowserContext, Cookie, Page } from '@playwright/test';

/**
 * A browser for all tests of a worker, of which each finds it as if nobody had used it. Since one tab
 * stays open, all of them live in one process, which compiles scripts and fetches fonts once.
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

  /** A page of a browser that has kept nothing but scripts and pictures. @param cookies with these alone. */
  async newPage(cookies: Cookie[] = []): Promise<Page> {
    const page = await this.context.newPage();
    const session = await this.context.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: this.origin, storageTypes: 'all' });
    await session.detach();
    await this.context.clearCookies();
    await this.context.addCookies(cookies);
    return page;
  }

  /** Ends what a test did to the browser itself. */
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
