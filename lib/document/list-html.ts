import { stringsFor } from '@/lib/language/strings';
import { escapeHtml } from './escape';
import type { RenderState } from './rendering';
import type { BodyNode } from './types';

/** Returns the start attribute of a numbered list that does not begin at 1. */
export function startOf({ attrs }: BodyNode): string {
  return typeof attrs?.start === 'number' && attrs.start !== 1 ? ` start="${attrs.start}"` : '';
}

/** Renders a task; its state is announced to screen readers and shown by a mark that is not a control. */
export function taskItemHtml({ attrs }: BodyNode, { language }: RenderState, inside: string): string {
  const words = stringsFor(language);
  const isDone = attrs?.checked === true;
  const label = escapeHtml(isDone ? words.taskDone : words.taskNotDone);
  const mark = `<span class="task-mark" role="img" aria-label="${label}">${isDone ? '☑' : '☐'}</span>`;
  return `<li${isDone ? ' class="done"' : ''}>${mark} ${inside}</li>`;
}
