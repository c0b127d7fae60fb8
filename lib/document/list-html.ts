import { stringsFor } from '@/lib/language/strings';
import { escapeHtml } from './escape';
import type { RenderState } from './rendering';
import type { BodyNode } from './types';

/** Where a numbered list begins, when that is not at one. */
export function startOf({ attrs }: BodyNode): string {
  return typeof attrs?.start === 'number' && attrs.start !== 1 ? ` start="${attrs.start}"` : '';
}

/** A line of a task list; whether it is done is said to ears and shown by a mark, which nobody can press. */
export function taskItemHtml({ attrs }: BodyNode, { language }: RenderState, inside: string): string {
  const words = stringsFor(language);
  const isDone = attrs?.checked === true;
  const label = escapeHtml(isDone ? words.taskDone : words.taskNotDone);
  const mark = `<span class="task-mark" role="img" aria-label="${label}">${isDone ? '☑' : '☐'}</span>`;
  return `<li${isDone ? ' class="done"' : ''}>${mark} ${inside}</li>`;
}
