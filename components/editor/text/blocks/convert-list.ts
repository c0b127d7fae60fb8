import type { Editor } from '@tiptap/core';
import type { Node, NodeType, ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { inText } from '@/components/editor/ground/in-text';

type ListName = 'bulletList' | 'orderedList' | 'taskList';

/** Turns the selection into a list, a list into one of this kind, or a list of this kind into paragraphs. */
export function toggleList(editor: Editor, name: ListName): void {
  const isOfTasks = innermostList(editor.state.selection.$from)?.node.type.name === 'taskList';
  const wantsTasks = name === 'taskList';
  const isConverting = Boolean(innermostList(editor.state.selection.$from)) && isOfTasks !== wantsTasks;
  const chain = inText(editor);
  if (isConverting) chain.command(({ tr, state }) => convertList(state, tr, name)).run();
  else if (name === 'taskList') chain.toggleTaskList().run();
  else if (name === 'orderedList') chain.toggleOrderedList().run();
  else chain.toggleBulletList().run();
}

/**
 * Changes the kind of the innermost list around the selection; its items, nested content and the caret keep their
 * places.
 * @returns whether there was a list.
 */
export function convertList(state: EditorState, tr: Transaction, name: ListName): boolean {
  const { $from, $to } = tr.selection;
  const list = innermostList($from);
  const listType = state.schema.nodes[name];
  const itemType = state.schema.nodes[name === 'taskList' ? 'taskItem' : 'listItem'];
  if (!list || !listType || !itemType) return false;
  const { from, to } = { from: $from.pos, to: $to.pos };
  tr.replaceWith(list.position, list.position + list.node.nodeSize, converted(list.node, listType, itemType));
  tr.setSelection(TextSelection.create(tr.doc, from, to));
  return true;
}

function converted(list: Node, listType: NodeType, itemType: NodeType): Node {
  return listType.create(
    null,
    list.children.map((item) => itemType.create(null, item.content)),
  );
}

/** Returns the innermost list around a position. */
export function innermostList($at: ResolvedPos): { node: Node; position: number } | null {
  for (let depth = $at.depth; depth > 0; depth -= 1) {
    const node = $at.node(depth);
    if (node.type.spec.group?.split(' ').includes('list')) return { node, position: $at.before(depth) };
  }
  return null;
}
