import type { Body, BodyNode } from '@/lib/document/types';
import type { MediaFacts } from './media-facts';

/** A picture of a text that nobody described, and nobody called decorative. */
export interface MissingAlt {
  mediaId: string;
  /** Its place among the text's pictures, from 1, for people. */
  number: number;
}

/**
 * The pictures of a text that have no words for who cannot see them: neither in the text nor in the
 * library. One that its author called decorative needs none.
 * @param media what the library knows of the text's pictures.
 */
export function missingAlts(body: Body, media: Map<string, Pick<MediaFacts, 'alt'>>): MissingAlt[] {
  const figures: BodyNode[] = [];
  collectFigures(body, figures);
  return figures.flatMap(({ attrs }, index) => {
    const mediaId = String(attrs?.mediaId ?? '');
    const isSaid = Boolean(String(attrs?.alt ?? '').trim() || media.get(mediaId)?.alt.trim());
    return isSaid || attrs?.isDecorative === true ? [] : [{ mediaId, number: index + 1 }];
  });
}

function collectFigures(node: BodyNode, figures: BodyNode[]) {
  if (node.type === 'figure') figures.push(node);
  for (const child of node.content ?? []) collectFigures(child, figures);
}
