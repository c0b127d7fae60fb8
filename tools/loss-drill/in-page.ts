import type { BrowserContext, Page } from '@playwright/test';
import type { Claim } from './ledger';

/** What the page tells of its indicator: the word, and the text beside which it stood. */
export type Heard = (claim: Claim, text: string) => void;

/** Has every page of the context report what its indicator says, at the moment it says it. */
export async function listenToIndicators(context: BrowserContext, heard: Heard): Promise<void> {
  await context.exposeBinding('drillHeard', (_source, claim: Claim, text: string) =>
    heard(claim, plain(text)),
  );
  await context.addInitScript(() => {
    const tell = (window as unknown as { drillHeard: (claim: string, text: string) => void }).drillHeard;
    // Not a function with a name: the compiler would add a call to a helper that no page has.
    new MutationObserver(() =>
      requestAnimationFrame(() => {
        const indicator = document.querySelector<HTMLElement>('.save-indicator');
        const body = document.querySelector('.writing-body');
        if (!indicator || !body) return;
        const text = body.textContent ?? '';
        if (indicator.dataset.state === 'saved') tell('saved', text);
        else if (indicator.dataset.kept === 'true') tell('kept', text);
      }),
    ).observe(document, {
      subtree: true,
      childList: true,
      attributeFilter: ['data-state', 'data-kept'],
    });
  });
}

/** The text in the editor. */
export async function textOf(page: Page): Promise<string> {
  return plain((await page.locator('.writing-body').textContent()) ?? '');
}

/** What this browser keeps of a post, as it lies in its store. */
export function keptTexts(page: Page, postId: number): Promise<number> {
  return page.evaluate(
    (id) =>
      new Promise<number>((done, fail) => {
        const open = indexedDB.open('broadside-drafts');
        open.onerror = () => fail(open.error);
        open.onsuccess = () => {
          const range = IDBKeyRange.bound([id, ''], [id, '\uffff']);
          const found = open.result.transaction('lines').objectStore('lines').count(range);
          found.onerror = () => fail(found.error);
          found.onsuccess = () => {
            open.result.close();
            done(found.result);
          };
        };
      }),
    postId,
  );
}

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
