import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { isLanguageCode, LANGUAGE_CODES } from '@/lib/language/languages';
import { type Strings, stringsFor } from '@/lib/language/strings';

/** A page as readers get it, with the policy for exactly this page. */
export interface ReaderHtml {
  html: string;
  /** Value of `Content-Security-Policy`. */
  policy: string;
}

/** A page of ours, parsed so that another edition can be made from it. */
export type PageDocument = ReturnType<typeof readPage>;
export type PageElement = NonNullable<ReturnType<PageDocument['querySelector']>>;

/** Attributes as React writes them (`srcSet`): HTML ignores case, our parser does not. */
const MIXED_CASE = /^[a-z]+[A-Z]/;

/** Parses the HTML of a page of ours. */
export function readPage(html: string) {
  const { document } = parseHTML(html);
  for (const element of document.querySelectorAll('*')) {
    for (const name of element.getAttributeNames()) {
      if (!MIXED_CASE.test(name)) continue;
      element.setAttribute(name.toLowerCase(), element.getAttribute(name) ?? '');
      element.removeAttribute(name);
    }
  }
  return document;
}

/** Returns all elements of the page that match a selector. */
export function elementsOf(within: PageDocument | PageElement, selector: string): PageElement[] {
  return [...within.querySelectorAll(selector)];
}

/** Replaces each player with its fallback content, a link to the file, for editions that play no media. */
export function linkToRecordings(page: PageDocument): void {
  for (const player of elementsOf(page, 'audio,video')) {
    for (const source of elementsOf(player, 'source')) source.remove();
    const line = page.createElement('p');
    line.append(...player.childNodes);
    player.replaceWith(line);
  }
}

/** Returns the interface texts in the language of an element. */
export function wordsAt(element: PageElement): Strings {
  const code = element.closest('[lang]')?.getAttribute('lang') ?? '';
  return stringsFor(isLanguageCode(code) ? code : LANGUAGE_CODES[0]);
}

/** Returns the source expression that allows exactly this stylesheet in a policy. */
export function styleHash(css: string): string {
  return `'sha256-${createHash('sha256').update(css).digest('base64')}'`;
}
