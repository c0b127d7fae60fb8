import type { Direction, RenderState } from './rendering';
import type { BodyNode } from './types';

const LETTER = /\p{L}/u;
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u;

/**
 * Returns the direction of a text by its first letter, as browsers do for `dir="auto"`; null without a letter. @see
 * https://www.unicode.org/reports/tr9/#P2
 */
export function textDirection(text: string): Direction | null {
  const letter = LETTER.exec(text)?.[0];
  if (letter === undefined) return null;
  return RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
}

/** Returns the attribute value for a text on a page that is written from left to right: only what differs. */
export function rightToLeft(text: string): 'rtl' | undefined {
  return textDirection(text) === 'rtl' ? 'rtl' : undefined;
}

/** Renders an element, and marks it if its text is written in another direction than what is around it. */
export function withDirection(node: BodyNode, state: RenderState, render: () => string): string {
  const around = state.direction;
  const own = directionOf(node) ?? around;
  if (own === around) return render();
  state.direction = own;
  const html = render();
  state.direction = around;
  return html.replace(/^<[a-z][a-z0-9]*/, `$& dir="${own}"`);
}

function directionOf(node: BodyNode): Direction | null {
  const own = textDirection(node.text ?? '');
  if (own) return own;
  for (const child of node.content ?? []) {
    const found = directionOf(child);
    if (found) return found;
  }
  return null;
}
