import type { Body, BodyNode } from './types';

/**
 * Returns a body without the media that are no longer in the library.
 * @returns the body, and how many were left out.
 */
export function withoutMissingMedia(
  body: Body,
  isThere: (mediaId: string) => boolean,
): { body: Body; leftOut: number } {
  let leftOut = 0;
  const clean = (node: BodyNode): BodyNode[] => {
    const mediaId = node.attrs?.mediaId;
    const isGone = typeof mediaId === 'string' && mediaId !== '' && !isThere(mediaId);
    if (isGone) leftOut += 1;
    // A card is useful without its picture; a figure or a recording is not, without its file.
    if (isGone && node.type !== 'embed') return [];
    const attrs = isGone ? { attrs: { ...node.attrs, mediaId: null } } : {};
    const cleaned = withoutMissingPoster({ ...node, ...attrs }, isThere);
    if (!node.content) return [cleaned];
    const content = node.content.flatMap(clean);
    // A gallery needs at least two pictures.
    if (node.type === 'gallery' && content.length < 2) return content;
    return [{ ...cleaned, content }];
  };
  const content = (body.content ?? []).flatMap(clean);
  return { body: { ...body, content: content.length ? content : [{ type: 'paragraph' }] }, leftOut };
}

function withoutMissingPoster(node: BodyNode, isThere: (mediaId: string) => boolean): BodyNode {
  const poster = node.attrs?.poster;
  if (typeof poster !== 'string' || isThere(poster)) return node;
  return { ...node, attrs: { ...node.attrs, poster: null } };
}
