import type { BrowserContext, Page } from '@playwright/test';
import type { Claim } from './ledger';

/** Called with the indicator's word, and the text at that moment. */
export type Heard = (claim: Claim, text: string) => void;

/** Makes every page of the context report what its indicator says, when it says it. */
export async function listenToIndicators(context: BrowserContext, heard: Heard): Promise<void> {
  await context.exposeBinding('drillHeard', (_source, claim: Claim, text: string) =>
    heard(claim, plain(text)),
  );
  await context.addInitScript(() => {
    const tell = (window as unknown as { drillHeard: (claim: string, text: string) => void }).drillHeard;
    // Not a function with a name: the compiler would add a call to a helper that no page has.
    new MutationObserver(() =>
      requestAnimationFrame(() => {
        const indicator = document.querySelector<HTMLElement>('[data-part="save-indicator"]');
        const body = document.querySelector('[data-part="writing-body"]');
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

/** Returns the text in the editor. */
export async function textOf(page: Page): Promise<string> {
  return plain((await page.locator('[data-part="writing-body"]').textContent()) ?? '');
}

/** Counts the texts of a post in this browser's store. */
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
