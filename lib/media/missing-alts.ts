import type { MediaFacts } from '@/lib/document/media-facts';
import type { Body, BodyNode } from '@/lib/document/types';
import type { LeadWords } from './lead-words';

type Described = Pick<MediaFacts, 'alt'>;

/**
 * Whether a figure has no words for who cannot see it: neither in the text nor in the library. One that
 * its author called decorative needs none.
 * @param media what the library knows of its picture.
 */
export function isMissingAlt({ attrs }: Pick<BodyNode, 'attrs'>, media: Described | undefined): boolean {
  const isSaid = Boolean(String(attrs?.alt ?? '').trim() || media?.alt.trim());
  return !isSaid && attrs?.isDecorative !== true;
}

/** How many pictures of a text lack words, its lead picture counted. @param media what the library knows of them. */
export function countMissingAlts(
  { body, leadMediaId, leadWords }: { body: Body; leadMediaId: string | null; leadWords: LeadWords },
  media: ReadonlyMap<string, Described>,
): number {
  const lead =
    leadMediaId !== null && isMissingAlt({ attrs: { ...leadWords } }, media.get(leadMediaId)) ? 1 : 0;
  return lead + countIn(body, media);
}

function countIn(node: BodyNode, media: ReadonlyMap<string, Described>): number {
  if (node.type === 'figure') return isMissingAlt(node, media.get(String(node.attrs?.mediaId ?? ''))) ? 1 : 0;
  return (node.content ?? []).reduce((sum, child) => sum + countIn(child, media), 0);
}
