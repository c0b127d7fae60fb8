import type { Editor } from '@tiptap/core';
import type { MediaFacts } from '@/lib/media/media-facts';

const LARGEST_GALLERY = 9;

/**
 * Puts media into the text: one picture as a figure, two to nine as a gallery, recordings and films as
 * players of their own. The words that the library knows of each go along.
 * @param position where in the document; at the selection without it.
 */
export function insertPictures(editor: Editor, media: MediaFacts[], position?: number): void {
  if (media.length === 0) return;
  const figures = media.filter(({ kind }) => kind === 'picture').map(nodeOf);
  const players = media.filter(({ kind }) => kind !== 'picture').map(nodeOf);
  const isGallery = figures.length > 1 && figures.length <= LARGEST_GALLERY;
  const content = [...(isGallery ? [{ type: 'gallery', content: figures }] : figures), ...players];
  const at = position ?? editor.state.selection.to;
  editor.chain().insertContentAt(at, content).focus().run();
}

function nodeOf({ id, kind, alt, caption, credit }: MediaFacts) {
  const attrs = { mediaId: id, caption, credit };
  return kind === 'picture' ? { type: 'figure', attrs: { ...attrs, alt } } : { type: kind, attrs };
}
