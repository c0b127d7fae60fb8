import { Fragment, type Node } from '@tiptap/pm/model';
import { type EditorState, TextSelection } from '@tiptap/pm/state';

/**
 * Returns what is selected as a document of its own; null when nothing is. Words within a block are one paragraph,
 * so that they go into the middle of a line again; a whole heading or quotation keeps its kind.
 */
export function selectedBody({ selection, schema }: EditorState): Node | null {
  const { doc, paragraph, table } = schema.nodes;
  if (selection.empty || !doc || !paragraph || !table) return null;
  const { $from, $to } = selection;
  if (selection instanceof TextSelection && $from.sameParent($to)) {
    const { parent } = $from;
    const words = parent.content.cut($from.parentOffset, $to.parentOffset);
    const isWhole = words.size === parent.content.size && $from.depth === 1;
    return doc.create(null, isWhole ? parent.copy(words) : paragraph.create(null, words));
  }
  const { content } = selection.content();
  if (content.firstChild?.isInline) return doc.create(null, paragraph.create(null, content));
  // Selected cells come as rows.
  const isRows = content.firstChild?.type.spec.tableRole === 'row';
  return doc.create(null, isRows ? table.create(null, content) : completed(content));
}

/** Adds what nodes need that were cut at their beginning: an item of a list begins with a paragraph. */
function completed(content: Fragment): Fragment {
  const whole: Node[] = [];
  content.forEach((node) => {
    if (node.isLeaf || node.isTextblock) {
      whole.push(node);
      return;
    }
    const inside = completed(node.content);
    const missing = node.type.contentMatch.fillBefore(inside, true);
    whole.push(node.copy(missing ? missing.append(inside) : inside));
  });
  return Fragment.from(whole);
}
