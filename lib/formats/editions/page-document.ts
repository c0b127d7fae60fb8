import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { isLanguageCode, LANGUAGE_CODES } from '@/lib/language/languages';
import { type Strings, stringsFor } from '@/lib/language/strings';

/** A page as readers get it, and the policy that fits exactly it. */
export interface ReaderHtml {
  html: string;
  /** Value of `Content-Security-Policy`. */
  policy: string;
}

/** A page of ours, read so that another edition can be made of it. */
export type PageDocument = ReturnType<typeof readPage>;
export type PageElement = NonNullable<ReturnType<PageDocument['querySelector']>>;

/** Attributes as React writes them (`srcSet`): HTML takes any case, the reader that we use does not. */
const MIXED_CASE = /^[a-z]+[A-Z]/;

/** Reads the HTML of a page of ours. */
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

/** All elements of the page that a selector finds. */
export function elementsOf(within: PageDocument | PageElement, selector: string): PageElement[] {
  return [...within.querySelectorAll(selector)];
}

/** Puts in place of each player what is inside it: a link to the file, for editions that play nothing. */
export function linkToRecordings(page: PageDocument): void {
  for (const player of elementsOf(page, 'audio,video')) {
    for (const source of elementsOf(player, 'source')) source.remove();
    const line = page.createElement('p');
    line.append(...player.childNodes);
    player.replaceWith(line);
  }
}

/** The interface's words in the language of a place in the page. */
export function wordsAt(element: PageElement): Strings {
  const code = element.closest('[lang]')?.getAttribute('lang') ?? '';
  return stringsFor(isLanguageCode(code) ? code : LANGUAGE_CODES[0]);
}

/** The expression that allows exactly this stylesheet in a policy. */
export function styleHash(css: string): string {
  return `'sha256-${createHash('sha256').update(css).digest('base64')}'`;
}
