import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures';

/** Opens the palette by its keys. Those pressed before the page listens are lost, so they are pressed again. */
export async function openPalette(page: Page): Promise<Locator> {
  const palette = page.getByRole('dialog').filter({ has: page.getByRole('combobox') });
  await expect(async () => {
    if (await palette.isHidden()) await page.keyboard.press('Control+k');
    await expect(palette).toBeVisible({ timeout: 2000 });
  }).toPass();
  return palette;
}

/** Opens everything on the page that folds. */
export const unfold = (page: Page) =>
  page.locator('details').evaluateAll((all) => {
    for (const details of all as HTMLDetailsElement[]) details.open = true;
  });

/** The author at the editor: what a person does, in a person's words. */
export class Desk {
  constructor(readonly page: Page) {}

  /** Ends the tab as a fault of the machine does: it sends nothing any more. */
  async crash(): Promise<void> {
    const crashed = this.page.waitForEvent('crash');
    const session = await this.page.context().newCDPSession(this.page);
    // The answer dies with the tab.
    void session.send('Page.crash').catch(() => undefined);
    await crashed;
    await this.page.close();
  }

  /** Begins a post and waits until the editor listens. */
  async begin(): Promise<number> {
    await this.page.goto('/admin/posts/new');
    await this.page.getByRole('button', { name: 'Post', exact: true }).click();
    await this.page.waitForURL(/\/admin\/posts\/\d+$/);
    await this.ready();
    return Number(this.page.url().split('/').at(-1));
  }

  async open(postId: number): Promise<void> {
    await this.page.goto(`/admin/posts/${postId}`);
    await this.ready();
  }

  async ready(): Promise<void> {
    await expect(this.body).toBeVisible();
    await expect(this.headline).toBeEditable();
  }

  get headline(): Locator {
    return this.page.getByRole('textbox', { name: 'Headline' });
  }

  get body(): Locator {
    return this.page.getByRole('textbox', { name: 'Text', exact: true });
  }

  get indicator(): Locator {
    return this.page.locator('.save-indicator');
  }

  /** Puts in a longer text at once, as dictation does, where no test is about the keys. */
  async dictate(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }

  /** A part of the settings beside the text, unfolded. */
  async section(title: string): Promise<Locator> {
    const section = this.page
      .locator('#post-panel details')
      .filter({ has: this.page.locator('summary', { hasText: new RegExp(`^${title}$`) }) });
    if (!(await section.evaluate((element: HTMLDetailsElement) => element.open)))
      await section.locator('summary').click();
    return section;
  }

  async tool(name: string): Promise<void> {
    await this.page
      .getByRole('toolbar', { name: 'Formatting' })
      .getByRole('button', { name, exact: true })
      .click();
  }

  /** Turns the line into a block by the slash menu, with keys alone. @param letters what is typed to find it */
  async chooseBlock(letters: string, name: string): Promise<void> {
    await this.page.keyboard.type(`/${letters}`);
    await expect(this.page.locator('[role=listbox] [role=option][aria-selected=true]')).toContainText(name);
    await this.page.keyboard.press('Enter');
  }

  async saved(): Promise<void> {
    await expect(this.indicator).toHaveAttribute('data-state', 'saved');
  }

  /** What stands between the text and its readers, opened. */
  async beforePublishing(): Promise<Locator> {
    await this.page.getByRole('button', { name: /^Publish/ }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Review before publishing' });
    await expect(dialog).toBeVisible();
    return dialog;
  }

  /** Publishes what is written, in the way that is offered first. @returns the post's path. */
  async publish(): Promise<string> {
    const dialog = await this.beforePublishing();
    await dialog.getByRole('button', { name: /^Publish/ }).click();
    return this.livePath();
  }

  /** The address that the indicator leads to once readers have the post. */
  async livePath(): Promise<string> {
    const link = this.page.getByRole('link', { name: 'View post' });
    await expect(link).toBeVisible();
    return (await link.getAttribute('href')) ?? '';
  }

  /** Lets the text go out by itself. @param local as `<input type="datetime-local">` writes it. */
  async schedule(local: string): Promise<void> {
    const dialog = await this.beforePublishing();
    await dialog.getByRole('radio', { name: 'Later' }).check();
    await dialog.getByLabel(/^Date and time/).fill(local);
    await dialog.getByRole('button', { name: 'Schedule' }).click();
    await expect(this.indicator).toHaveText('Scheduled');
  }
}
