import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { announce } from '@/components/editor/ground/announce.client';
import { fill } from '@/lib/language/fill';
import type { DeskStrings } from '@/lib/language/strings';
import type { BlockAsks, EditorBlock } from '../blocks/block-list';
import { moved, type PlacedBlock, selectedBlock } from './block-at';

/** Moves the block at the caret up or down by one, and announces its new place. */
export function moveBlock(editor: Editor, step: -1 | 1, words: DeskStrings['editor']): void {
  const transaction = moved(editor.state, step);
  if (!transaction) {
    announce(editor, step < 0 ? words.isFirst : words.isLast);
    return;
  }
  // Counted before the editor adds an empty paragraph after a block that cannot be the last.
  const { doc, selection } = transaction;
  editor.view.dispatch(closeHistory(transaction));
  const place = doc.resolve(selection.from).index(0) + 1;
  const text = step < 0 ? words.movedUp : words.movedDown;
  announce(editor, fill(text, { place: String(place), count: String(Math.max(place, written(doc))) }));
}

/** Counts the blocks, without the empty paragraph at the end, which only leaves room to continue. */
function written({ lastChild, childCount }: Node): number {
  const isRoom = lastChild?.type.name === 'paragraph' && lastChild.content.size === 0;
  return isRoom ? childCount - 1 : childCount;
}

/** Inserts a copy of the block after it, with the caret in the copy. */
export function duplicateBlock(editor: Editor, words: DeskStrings['editor']): void {
  const block = selectedBlock(editor.state);
  if (!block) return;
  const at = block.position + block.node.nodeSize;
  const { tr } = editor.state;
  tr.insert(at, block.node.copy(block.node.content));
  tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1)));
  editor.view.dispatch(closeHistory(tr).scrollIntoView());
  editor.view.focus();
  announce(editor, words.duplicated);
}

/** Deletes the block; undo restores it. */
export function deleteBlock(editor: Editor, words: DeskStrings['editor']): void {
  const block = selectedBlock(editor.state);
  if (!block) return;
  const { tr } = editor.state;
  tr.delete(block.position, block.position + block.node.nodeSize);
  tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(block.position, tr.doc.content.size)), -1));
  editor.view.dispatch(closeHistory(tr).scrollIntoView());
  editor.view.focus();
  announce(editor, words.deleted);
}

/** Converts the block to another kind and keeps its words. */
export function convertTo(editor: Editor, block: EditorBlock, asks: BlockAsks): void {
  const placed = selectedBlock(editor.state);
  if (!placed) return;
  const isWrapped = !placed.node.isTextblock;
  if (isWrapped) {
    const { doc } = editor.state;
    const [from, to] = [placed.position + 1, placed.position + placed.node.nodeSize - 1];
    const selection = TextSelection.between(doc.resolve(from), doc.resolve(to));
    editor.view.dispatch(editor.state.tr.setSelection(selection));
    editor.chain().clearNodes().run();
  }
  if (block.id !== 'paragraph' || !isWrapped) block.run(editor, asks);
}

/** Whether a block can be converted to another kind. */
export function canConvert({ node }: PlacedBlock): boolean {
  return node.isTextblock || /List$|^blockquote$|^callout$/.test(node.type.name);
}

/** The kinds that a block can be converted to. */
export const CONVERTIBLE = new Set([
  'paragraph',
  'heading',
  'subheading',
  'bullet-list',
  'ordered-list',
  'task-list',
  'quote',
  'pull-quote',
  'note',
  'correction',
  'code-block',
]);
