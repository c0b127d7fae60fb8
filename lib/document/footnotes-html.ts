import { stringsFor } from '@/lib/language/strings';
import { escapeHtml } from './escape';
import type { RenderState } from './rendering';
import { wordsHtml } from './words-html';

/** Renders the footnotes of a body in order, each with a link back to its place. */
export function footnotesHtml({ footnotes, language }: RenderState): string {
  if (footnotes.length === 0) return '';
  const words = stringsFor(language);
  const notes = footnotes.map((text, index) => {
    const number = index + 1;
    return `<li id="fn-${number}">${wordsHtml(text, language)} <a href="#fnref-${number}" aria-label="${escapeHtml(words.backToText)}">↩</a></li>`;
  });
  return `<section class="footnotes" aria-label="${escapeHtml(words.footnotes)}"><ol>${notes.join('')}</ol></section>`;
}
