import { stringsFor } from '@/lib/language/strings';
import { withDirection } from './direction';
import { escapeHtml } from './escape';
import { inlineHtml } from './inline-html';
import { referenceId } from './note-reference';
import type { RenderedNote, RenderState } from './rendering';
import type { BodyNode } from './types';

/** Renders the footnotes of a body in order, each with a link back to every place that refers to it. */
export function footnotesHtml(state: RenderState): string {
  const { footnotes, language } = state;
  if (footnotes.length === 0) return '';
  const notes = footnotes.map((note, index) => noteHtml(note, index + 1, state));
  const label = escapeHtml(stringsFor(language).footnotes);
  return `<section class="footnotes" aria-label="${label}"><ol>${notes.join('')}</ol></section>`;
}

/** Renders a note; its number is at the same side whatever the direction of its words. */
function noteHtml({ paragraphs, references }: RenderedNote, number: number, state: RenderState): string {
  const links = backLinks(number, references, state);
  const asNode = (content: BodyNode[]): BodyNode => ({ type: 'paragraph', content });
  const item = (inside: string) => `<li id="fn-${number}">${inside}</li>`;
  const [only = [], ...others] = paragraphs;
  if (others.length === 0) {
    const line = `${inlineHtml(only, state)} ${links}`;
    const turned = withDirection(asNode(only), state, () => `<p>${line}</p>`);
    return item(turned.startsWith('<p>') ? line : turned);
  }
  const lines = paragraphs.map((nodes, index) => {
    const end = index === others.length ? ` ${links}` : '';
    return withDirection(asNode(nodes), state, () => `<p>${inlineHtml(nodes, state)}${end}</p>`);
  });
  return item(lines.join(''));
}

function backLinks(number: number, references: number, { language }: RenderState): string {
  const { backToText } = stringsFor(language);
  const links = Array.from({ length: references }, (_none, index) => {
    const label = index === 0 ? backToText : `${backToText} ${index + 1}`;
    return `<a href="#${referenceId(number, index + 1)}" aria-label="${escapeHtml(label)}">↩</a>`;
  });
  return links.join(' ');
}
