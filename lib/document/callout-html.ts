import { stringsFor } from '@/lib/language/strings';
import { CalloutAttributes } from './attributes';
import { escapeHtml } from './escape';
import type { RenderState } from './rendering';
import type { BodyNode } from './types';

/** Renders a box with its label in words, so that it needs neither colour nor a stylesheet. */
export function calloutHtml(node: BodyNode, { language }: RenderState, inside: string): string {
  const { kind } = CalloutAttributes.require(node.attrs ?? {});
  const words = stringsFor(language);
  const label = escapeHtml(kind === 'correction' ? words.correction : words.note);
  return `<aside class="callout callout-${kind}" role="note"><p class="callout-label"><strong>${label}</strong></p>${inside}</aside>`;
}
