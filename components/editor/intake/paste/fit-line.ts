import type { Mark } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { parseInert } from './parse-inert';

/** Blocks that keep their kind: the editor would join their words to the paragraph of the caret. */
const OWN_BLOCKS = /^(?:h2|h3|ul|ol|blockquote|table|pre|aside)$/;

/**
 * Prepares clean markup for the place of the caret. Words for the middle of a line keep the spaces at their edges,
 * and within a link they become part of it instead of splitting it.
 */
export function fitted(html: string, state: EditorState): string {
  const root = parseInert(html);
  const [only, ...others] = root.children;
  if (!only || others.length > 0 || only.localName !== 'p') return html;
  // The editor reads what it copied itself with all spaces.
  only.setAttribute('data-pm-slice', '1 1 []');
  const href = linkAround(state)?.attrs.href;
  if (typeof href === 'string') {
    for (const link of only.querySelectorAll('a')) link.replaceWith(...link.childNodes);
    const link = root.ownerDocument.createElement('a');
    link.setAttribute('href', href);
    link.append(...only.childNodes);
    only.append(link);
  }
  return root.innerHTML;
}

/** Returns the link that is on both sides of the selection, of which words put there become a part. */
export function linkAround({ selection, schema }: EditorState): Mark | null {
  const { link } = schema.marks;
  if (!link) return null;
  const before = link.isInSet(selection.$from.nodeBefore?.marks ?? []);
  const after = link.isInSet(selection.$to.nodeAfter?.marks ?? []);
  return before && after && before.eq(after) ? before : null;
}

/**
 * Splits the paragraph of the caret where blocks of other kinds are about to be pasted, so that a heading pasted
 * after words becomes a heading.
 * @returns null where nothing needs to be split.
 */
export function roomFor(html: string, state: EditorState): Transaction | null {
  const blocks = [...parseInert(html).children];
  const isOwn = (block: Element | undefined) => OWN_BLOCKS.test(block?.localName ?? '');
  const [first, last] = [blocks[0], blocks.at(-1)];
  const { $from, $to } = state.selection;
  if (!isOwn(first) && !isOwn(last)) return null;
  if (!$from.parent.isTextblock || $from.parent !== $to.parent || $from.parent.type.spec.code) return null;
  if (isListIn(first) && $from.node(-1).type.name.endsWith('Item')) return null;
  const { tr } = state;
  const at = $from.pos;
  tr.delete(at, $to.pos);
  const hasBefore = $from.parentOffset > 0;
  const hasAfter = $to.parentOffset < $from.parent.content.size;
  if (!hasBefore && !hasAfter) return null;
  if (hasAfter) tr.split(at);
  if (hasBefore && isOwn(first)) tr.split(at);
  const caret = hasBefore && isOwn(first) ? at + 2 : at;
  return tr.setSelection(TextSelection.create(tr.doc, caret));
}

function isListIn(block: Element | undefined): boolean {
  return block?.localName === 'ul' || block?.localName === 'ol';
}
