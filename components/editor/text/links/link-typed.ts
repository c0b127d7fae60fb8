import type { MarkType, ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, Plugin, Selection, type Transaction } from '@tiptap/pm/state';
import { addressesIn } from './addresses';

/** A longer word is not read in full during typing. */
const LONGEST = 2000;

/** Links a typed address at the space or Enter that ends it. */
export function linkTyped(type: MarkType): Plugin {
  return new Plugin({
    appendTransaction: (transactions, before, state) => {
      if (!transactions.some(({ docChanged }) => docChanged)) return null;
      const typed = state.doc.content.size - before.doc.content.size;
      // A space adds one position, a new paragraph two, a new list item four.
      return typed > 0 && typed <= 4 ? linkBefore(state, type) : null;
    },
  });
}

function linkBefore(state: EditorState, type: MarkType): Transaction | null {
  const ended = endedWord(state);
  if (!ended) return null;
  const [address, ...others] = addressesIn(ended.word);
  if (!address || others.length > 0) return null;
  const from = ended.from + address.index;
  const to = from + address.text.length;
  const { link, code } = state.schema.marks;
  if ([link, code].some((mark) => mark && state.doc.rangeHasMark(from, to, mark))) return null;
  return state.tr.addMark(from, to, type.create({ href: address.href }));
}

/** Returns the word before the space or new line that was just typed. */
function endedWord({ doc, selection }: EditorState): { word: string; from: number } | null {
  const { $from, empty } = selection;
  if (!empty || !$from.parent.isTextblock) return null;
  if ($from.parentOffset > 0) return lastWord($from, 1);
  const before = Selection.findFrom(doc.resolve($from.before()), -1, true);
  return before && lastWord(before.$from, 0);
}

/** Returns the word before so many spaces at a position. */
function lastWord({ parent, parentOffset, pos }: ResolvedPos, spaces: number) {
  if (parent.type.spec.code) return null;
  const text = parent.textBetween(Math.max(0, parentOffset - LONGEST), parentOffset, undefined, '\uFFFC');
  const written = text.slice(0, text.length - spaces);
  if (text.slice(written.length).trim() !== '') return null;
  const word = written.split(/[\s\uFFFC]/u).at(-1);
  return word ? { word, from: pos - spaces - word.length } : null;
}
