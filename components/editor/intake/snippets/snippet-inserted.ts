import { Fragment, type Mark, type Node, type ResolvedPos, Slice } from '@tiptap/pm/model';
import {
  AllSelection,
  type EditorState,
  NodeSelection,
  Selection,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state';
import { canSplit } from '@tiptap/pm/transform';
import { linkAround } from '../paste/fit-line';

/**
 * Returns the transaction that puts a snippet in the place of the selected words, or after a selected picture. Words
 * go into the line. Blocks split the line where they may stand, otherwise they go to the nearest place after it; the
 * items of a list join the list around them; code takes the plain words.
 */
export function snippetInserted(state: EditorState, snippet: Node): Transaction {
  const { tr } = state;
  const link = linkAround(state);
  clearSelection(tr);
  const { $from } = tr.selection;
  const words = wordsOf(snippet);
  if ($from.parent.type.spec.code) tr.insertText(plainText(snippet));
  else if (words && $from.parent.inlineContent)
    tr.replaceSelection(new Slice(link ? linked(words, link) : words, 0, 0));
  else insertBlocks(tr, snippet.content);
  return tr.scrollIntoView();
}

/** Returns the plain text of a snippet, for code and for fields that hold no formatting. */
export function plainText(snippet: Node): string {
  return snippet.textBetween(0, snippet.content.size, '\n', (leaf) =>
    leaf.type.name === 'hardBreak' ? '\n' : '',
  );
}

/** Returns the content of a snippet that is one paragraph; null for any other. */
function wordsOf({ childCount, firstChild }: Node): Fragment | null {
  return childCount === 1 && firstChild?.type.name === 'paragraph' ? firstChild.content : null;
}

/** Leaves an empty selection: selected words are replaced, a selected picture or cells stay. */
function clearSelection(tr: Transaction): void {
  const { selection } = tr;
  if (selection.empty) return;
  if (selection instanceof TextSelection || selection instanceof AllSelection) tr.deleteSelection();
  else if (!(selection instanceof NodeSelection)) tr.setSelection(Selection.near(selection.$head, -1));
  else if (selection.node.isInline) tr.setSelection(TextSelection.create(tr.doc, selection.to));
}

function linked(words: Fragment, link: Mark): Fragment {
  const nodes: Node[] = [];
  words.forEach((node) => {
    nodes.push(node.isText ? node.mark(link.addToSet(link.type.removeFromSet(node.marks))) : node);
  });
  return Fragment.from(nodes);
}

function insertBlocks(tr: Transaction, blocks: Fragment): void {
  const { selection } = tr;
  const [from, to, content] =
    selection instanceof NodeSelection
      ? placeAfter(selection.$to, blocks)
      : (placeInList(selection.$from, blocks) ??
        placeAtLine(tr, blocks) ??
        placeAfter(selection.$from, blocks));
  tr.replaceWith(from, to, content);
  tr.setSelection(Selection.near(tr.doc.resolve(from + content.size), -1));
}

type Place = [from: number, to: number, content: Fragment];

/** The items of a list join the innermost list of their kind after the item of the caret, or instead of an empty one. */
function placeInList($at: ResolvedPos, blocks: Fragment): Place | null {
  const list = blocks.childCount === 1 ? blocks.firstChild : null;
  if (!list?.type.name.endsWith('List')) return null;
  for (let depth = $at.depth - 1; depth > 0; depth -= 1) {
    if ($at.node(depth).type !== list.type) continue;
    const item = $at.node(depth + 1);
    const isEmpty = item.childCount === 1 && item.firstChild?.content.size === 0;
    const after = $at.after(depth + 1);
    return [isEmpty ? $at.before(depth + 1) : after, after, list.content];
  }
  return null;
}

/** Blocks go before, after or between the halves of the line, or replace it when it is empty. */
function placeAtLine(tr: Transaction, blocks: Fragment): Place | null {
  const { $from: $at } = tr.selection;
  const around = $at.depth - 1;
  if (!$at.parent.isTextblock || around < 0) return null;
  const index = $at.index(around);
  const { parentOffset, parent } = $at;
  if (parent.content.size === 0 && mayStand($at, around, [index, index + 1], blocks))
    return [$at.before(), $at.after(), blocks];
  if (parentOffset === 0 && mayStand($at, around, [index, index], blocks))
    return [$at.before(), $at.before(), blocks];
  if (!mayStand($at, around, [index + 1, index + 1], blocks)) return null;
  if (parentOffset === parent.content.size) return [$at.after(), $at.after(), blocks];
  if (parentOffset === 0 || !canSplit(tr.doc, $at.pos)) return null;
  tr.split($at.pos);
  return [$at.pos + 1, $at.pos + 1, blocks];
}

/** The nearest place from the caret on where the blocks may stand; at the latest the end of the document. */
function placeAfter($at: ResolvedPos, blocks: Fragment): Place {
  for (let depth = $at.depth; depth >= 0; depth -= 1) {
    const isOwn = depth === $at.depth;
    const index = isOwn ? $at.index() : $at.indexAfter(depth);
    if (!mayStand($at, depth, [index, index], blocks)) continue;
    const position = isOwn ? $at.pos : $at.after(depth + 1);
    return [position, position, blocks];
  }
  const { size } = $at.doc.content;
  return [size, size, blocks];
}

/** Whether blocks may replace these children of the node at a depth. A table within a table is no text to read. */
function mayStand($at: ResolvedPos, depth: number, [from, to]: [number, number], blocks: Fragment): boolean {
  const isTable = (node: Node | null) => node?.type.spec.tableRole === 'table';
  for (let outer = depth; outer > 0; outer -= 1)
    if (isTable($at.node(outer)) && blocks.content.some(isTable)) return false;
  return $at.node(depth).canReplace(from, to, blocks);
}
