import type { Node, ResolvedPos } from '@tiptap/pm/model';
import {
  type EditorState,
  NodeSelection,
  type Selection,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state';

/** A top-level block and its position. */
export interface PlacedBlock {
  node: Node;
  position: number;
}

/** Returns the top-level block that contains a position or starts at it; null after the last one. */
export function blockAt(doc: Node, position: number): PlacedBlock | null {
  const $at = doc.resolve(Math.max(0, Math.min(position, doc.content.size)));
  const start = $at.depth > 0 ? $at.before(1) : $at.pos;
  const node = doc.nodeAt(start);
  return node && { node, position: start };
}

/** Returns the top-level block in which the selection starts. */
export function selectedBlock({ doc, selection }: EditorState): PlacedBlock | null {
  return blockAt(doc, selection.from);
}

/** Nodes whose children are never moved on their own. */
const FIXED_IN = new Set(['listItem', 'taskItem', 'tableRow', 'table']);

/**
 * Moves the selected item or block past its neighbour: an item within its list, a block within its box, or else
 * the whole top-level block.
 * @returns the transaction, or null when there is no neighbour.
 */
export function moved(state: EditorState, step: -1 | 1): Transaction | null {
  for (const range of movable(state.selection)) {
    const { $start, index, size } = range;
    const neighbour = $start.parent.maybeChild(step < 0 ? index - 1 : index + 1);
    if (!neighbour) continue;
    const { tr } = state;
    const slice = state.doc.slice($start.pos, $start.pos + size);
    const to = step < 0 ? $start.pos - neighbour.nodeSize : $start.pos + neighbour.nodeSize;
    tr.delete($start.pos, $start.pos + size).insert(to, slice.content);
    return tr.setSelection(shifted(state.selection, tr.doc, to - $start.pos)).scrollIntoView();
  }
  return null;
}

interface Movable {
  $start: ResolvedPos;
  index: number;
  size: number;
}

/** Yields what may be moved, innermost first. */
function* movable(selection: Selection): Generator<Movable> {
  const { $from } = selection;
  const isAtom = selection instanceof NodeSelection && selection.node.isBlock;
  for (let depth = isAtom ? $from.depth : $from.depth - 1; depth >= 0; depth -= 1) {
    const parent = $from.node(depth);
    if (parent.isTextblock || FIXED_IN.has(parent.type.name)) continue;
    const node = parent.maybeChild($from.index(depth));
    if (node)
      yield {
        $start: $from.doc.resolve($from.posAtIndex($from.index(depth), depth)),
        index: $from.index(depth),
        size: node.nodeSize,
      };
  }
}

function shifted(selection: Selection, doc: Node, by: number): Selection {
  if (selection instanceof NodeSelection) return NodeSelection.create(doc, selection.from + by);
  const inside = (position: number) => Math.max(0, Math.min(position + by, doc.content.size));
  return TextSelection.between(doc.resolve(inside(selection.anchor)), doc.resolve(inside(selection.head)));
}
