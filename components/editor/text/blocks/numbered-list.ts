import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { ListType } from '@/lib/language/list-signs';
import { innermostList } from './convert-list';

/** How a numbered list counts. */
export interface Numbering {
  type: ListType;
  start: number;
  reversed: boolean;
}

/** A numbered list of the text, with its position. */
interface NumberedList extends Numbering {
  at: number;
}

/** Returns the numbered list at the caret, if that is the innermost list there. */
export function numberedListAt({ selection }: Pick<EditorState, 'selection'>): NumberedList | null {
  const list = innermostList(selection.$from);
  if (list?.node.type.name !== 'orderedList') return null;
  const { type, start, reversed } = list.node.attrs;
  return { at: list.position, type, start, reversed };
}

/** Changes how the numbered list at the caret counts. */
export function renumbered({ selection, tr }: EditorState, change: Partial<Numbering>): Transaction {
  const list = numberedListAt({ selection });
  if (!list) return tr;
  const { at, ...numbering } = list;
  return tr.setNodeMarkup(at, undefined, { ...numbering, ...change });
}
