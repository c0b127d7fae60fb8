import { type EditorState, Plugin } from '@tiptap/pm/state';
import { indexOfMark } from '@/lib/cleaning/picture-mark';
import type { PastedPicture } from '@/lib/cleaning/report';
import type { IncomingPictures } from '../pictures/incoming-pictures';

/**
 * Removes the picture placeholders from pasted content in the same step, and reserves a place for each group where
 * its placeholder was.
 */
export function waitingPictures(incoming: IncomingPictures) {
  let expected: PastedPicture[][] | null = null;
  const plugin = new Plugin({
    appendTransaction: (transactions, _before, state) => {
      if (!expected || !transactions.some(({ docChanged }) => docChanged)) return null;
      const groups = expected;
      expected = null;
      const found = takeMarks(state, groups);
      if (!found) return null;
      const places = found.marks.map(({ pictures, at }) => incoming.takePasted(pictures, at));
      return incoming.places.put(found.transaction, places);
    },
  });
  return {
    plugin,
    /** Registers the pictures of the paste that is about to be inserted. */
    expect: (groups: PastedPicture[][]) => {
      expected = groups.length > 0 ? groups : null;
    },
  };
}

/** Removes the picture placeholders from the text. @returns their positions, or null if there are none. */
function takeMarks(state: EditorState, groups: PastedPicture[][]) {
  const found: { from: number; to: number; pictures: PastedPicture[] }[] = [];
  state.doc.descendants((node, from) => {
    const pictures =
      node.type.name === 'figure' ? groups[indexOfMark(String(node.attrs.mediaId)) ?? -1] : null;
    if (pictures) found.push({ from, to: from + node.nodeSize, pictures });
  });
  if (found.length === 0) return null;
  const transaction = state.tr;
  for (const { from, to } of [...found].reverse()) transaction.delete(from, to);
  const marks = found.map(({ from, pictures }) => ({ pictures, at: transaction.mapping.map(from, -1) }));
  return { transaction, marks };
}
