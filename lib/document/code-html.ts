import { isCodeLanguage } from './attributes';
import { escapeHtml } from './escape';
import type { RenderState } from './rendering';
import type { BodyNode } from './types';
import { wordsHtml } from './words-html';

/** Renders code unchanged, with the name of its language if given. There is no syntax colouring. */
export function codeHtml(node: BodyNode, state: RenderState): string {
  const lines = (node.content ?? []).map(({ text }) => wordsHtml(text ?? '', state.language)).join('');
  const given = node.attrs?.language;
  const language = isCodeLanguage(given) ? given : null;
  const named = language && ` class="language-${escapeHtml(language)}"`;
  const pre = `<pre><code${named ?? ''}>${lines}</code></pre>`;
  if (!language) return pre;
  return `<figure class="code"><figcaption>${escapeHtml(language)}</figcaption>${pre}</figure>`;
}
