import { isListType, listSign } from '@/lib/language/list-signs';
import { stringsFor } from '@/lib/language/strings';
import { escapeHtml } from './escape';
import type { RenderState } from './rendering';
import type { BodyNode } from './types';

/**
 * Renders a numbered list. Browsers have no Khmer letters for lists, and feed readers remove styles, so the Khmer
 * signs are part of the text, in a list that browsers do not number.
 */
export function orderedListHtml(
  { attrs, content = [] }: BodyNode,
  inside: (item: BodyNode) => string,
): string {
  const type = isListType(attrs?.type) ? attrs.type : null;
  if (type === 'khmer' || type === 'khmer-letters') {
    const signs = signsOf(attrs, content.length);
    const items = content.map(
      (item, index) => `<li><span class="list-sign">${signs[index]}.</span> ${inside(item)}</li>`,
    );
    return `<ul class="signed" role="list">${items.join('')}</ul>`;
  }
  const start = typeof attrs?.start === 'number' && attrs.start !== 1 ? ` start="${attrs.start}"` : '';
  const counts = `${type ? ` type="${type}"` : ''}${attrs?.reversed === true ? ' reversed' : ''}`;
  return `<ol${counts}${start}>${content.map((item) => `<li>${inside(item)}</li>`).join('')}</ol>`;
}

/**
 * Returns the signs of all items of a numbered list, in order.
 * @param attrs of the list.
 */
export function signsOf(attrs: BodyNode['attrs'], count: number): string[] {
  const type = isListType(attrs?.type) ? attrs.type : null;
  const given = typeof attrs?.start === 'number' ? attrs.start : 1;
  const isReversed = attrs?.reversed === true;
  const start = isReversed && given === 1 ? count : given;
  return Array.from({ length: count }, (_none, index) =>
    listSign(type, isReversed ? start - index : start + index),
  );
}

/** Renders a task; its state is announced to screen readers and shown by a mark that is not a control. */
export function taskItemHtml({ attrs }: BodyNode, { language }: RenderState, inside: string): string {
  const words = stringsFor(language);
  const isDone = attrs?.checked === true;
  const label = escapeHtml(isDone ? words.taskDone : words.taskNotDone);
  const mark = `<span class="task-mark" role="img" aria-label="${label}">${isDone ? '☑' : '☐'}</span>`;
  return `<li${isDone ? ' class="done"' : ''}>${mark} ${inside}</li>`;
}
