import type { Editor } from '@tiptap/core';
import type { MediaFacts } from '@/lib/media/media-facts';
import { blocksOf } from '../pictures/figures';

/** Puts media of the library into the text, after the selection. */
export function insertPictures(editor: Editor, media: MediaFacts[]): void {
  const blocks = blocksOf(
    editor.schema,
    media.map((one) => ({ media: one })),
  );
  if (blocks.length === 0) return;
  const content = blocks.map((block) => block.toJSON());
  editor.chain().insertContentAt(editor.state.selection.to, content).focus().run();
}
