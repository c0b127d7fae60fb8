import type { Editor } from '@tiptap/core';
import { NodeSelection, type Transaction } from '@tiptap/pm/state';
import type { MediaFacts } from '@/lib/document/media-facts';
import { blocksOf } from './figures';

/** Inserts library media after the selection. */
export function insertPictures(editor: Editor, media: MediaFacts[]): void {
  const blocks = blocksOf(
    editor.schema,
    media.map((one) => ({ media: one })),
  );
  if (blocks.length === 0) return;
  const content = blocks.map((block) => block.toJSON());
  const at = editor.state.selection.to;
  editor
    .chain()
    .insertContentAt(at, content)
    .command(({ tr }) => selectMedia(tr, Math.max(0, at - 1)))
    .focus()
    .run();
}

/** Selects the first picture, audio or video from a position on, so that Enter moves to its fields. */
function selectMedia(tr: Transaction, from: number): true {
  let place = -1;
  tr.doc.nodesBetween(from, tr.doc.content.size, (node, position) => {
    if (place < 0 && position >= from && node.attrs.mediaId) place = position;
    return place < 0;
  });
  if (place >= 0) tr.setSelection(NodeSelection.create(tr.doc, place));
  return true;
}
