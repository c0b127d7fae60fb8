import type { Editor } from '@tiptap/core';
import type { MediaFacts } from '@/lib/media/media-facts';

const LARGEST_GALLERY = 9;

/**
 * Puts pictures into the text: one as a figure, two to nine as a gallery.
 * @param position where in the document; at the selection without it.
 */
export function insertPictures(editor: Editor, media: MediaFacts[], position?: number): void {
  const figures = media.map((facts) => ({
    type: 'figure',
    attrs: { mediaId: facts.id, alt: facts.alt, caption: facts.caption, credit: facts.credit },
  }));
  if (figures.length === 0) return;
  const isGallery = figures.length > 1 && figures.length <= LARGEST_GALLERY;
  const content = isGallery ? [{ type: 'gallery', content: figures }] : figures;
  const at = position ?? editor.state.selection.to;
  editor.chain().insertContentAt(at, content).focus().run();
}
