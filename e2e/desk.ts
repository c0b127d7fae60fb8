import type { Locator, Page } from '@playwright/test';
import { expect, type Site } from './fixtures';

/**
 * Opens the palette with its keyboard shortcut. Keys pressed before the page listens are lost, so they are pressed
 * again.
 */
export async function openPalette(page: Page): Promise<Locator> {
  const palette = page.getByRole('dialog').filter({ has: page.getByRole('combobox') });
  await expect(async () => {
    if (await palette.isHidden()) await page.keyboard.press('Control+k');
    await expect(palette).toBeVisible({ timeout: 2000 });
  }).toPass();
  return palette;
}

/** Answers the question of the desk before something that cannot be undone. @param yes the word on its button. */
export async function confirmIn(page: Page, yes: string): Promise<void> {
  const question = page.getByRole('dialog').filter({ has: page.getByRole('button', { name: 'Cancel' }) });
  await question.last().getByRole('button', { name: yes }).click();
  await expect(question).toHaveCount(0);
}

/** Opens every collapsible part of the page. */
export const unfold = (page: Page) =>
  page.locator('details').evaluateAll((all) => {
    for (const details of all as HTMLDetailsElement[]) details.open = true;
  });

/** The author in the editor: each method is something that a person does. */
export class Desk {
  constructor(readonly page: Page) {}

  /** Crashes the tab as a machine fault does: it sends nothing more. */
  async crash(): Promise<void> {
    const crashed = this.page.waitForEvent('crash');
    const session = await this.page.context().newCDPSession(this.page);
    // The response is lost with the tab.
    void session.send('Page.crash').catch(() => undefined);
    await crashed;
    await this.page.close();
  }

  /** Opens a new post, as “New post” creates it, and waits until the editor listens. */
  async begin(site: Site): Promise<number> {
    const postId = site.newPost();
    await this.open(postId);
    return postId;
  }

  /** Creates a post with the form, and waits until the editor listens. */
  async beginByHand(): Promise<number> {
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
    return this.page.getByTestId('save-indicator');
  }

  /** Inserts a longer text at once, as dictation does, where no test is about the keys. */
  async dictate(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }

  /** Opens a section of the settings next to the text. */
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

  /**
   * Turns the line into a block with the slash menu, using only the keyboard. @param letters what is typed to find it
   */
  async chooseBlock(letters: string, name: string): Promise<void> {
    await this.page.keyboard.type(`/${letters}`);
    await expect(this.page.locator('[role=listbox] [role=option][aria-selected=true]')).toContainText(name);
    await this.page.keyboard.press('Enter');
  }

  async saved(): Promise<void> {
    await expect(this.indicator).toHaveAttribute('data-state', 'saved');
  }

  /** Opens the dialog for review before publishing. */
  async beforePublishing(): Promise<Locator> {
    await this.page.getByRole('button', { name: /^(Publish|Update schedule)/ }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Review before publishing' });
    await expect(dialog).toBeVisible();
    return dialog;
  }

  /** Publishes the text in the way that is offered first. @returns the post's path. */
  async publish(): Promise<string> {
    const dialog = await this.beforePublishing();
    await dialog.getByRole('button', { name: /^Publish/ }).click();
    return this.livePath();
  }

  /** Returns the address that the indicator links to once the post is published. */
  async livePath(): Promise<string> {
    const link = this.page.getByRole('link', { name: 'View post' });
    await expect(link).toBeVisible();
    return (await link.getAttribute('href')) ?? '';
  }

  /** Schedules the text. @param local in the format of `<input type="datetime-local">`. */
  async schedule(local: string): Promise<void> {
    const dialog = await this.beforePublishing();
    await dialog.getByRole('radio', { name: 'Later' }).check();
    await dialog.getByLabel(/^Date and time/).fill(local);
    await dialog.getByRole('button', { name: 'Schedule' }).click();
    await expect(this.indicator).toHaveText('Scheduled');
  }
}
