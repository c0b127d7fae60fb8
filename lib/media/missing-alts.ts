import type { MediaFacts } from '@/lib/document/media-facts';
import type { Body, BodyNode } from '@/lib/document/types';
import type { LeadWords } from './lead-words';

type Described = Pick<MediaFacts, 'alt'>;

/**
 * Whether a figure has no alt text, neither in the text nor in the library. A figure that its author marked as
 * decorative needs none.
 * @param media the library's words for its picture.
 */
export function isMissingAlt({ attrs }: Pick<BodyNode, 'attrs'>, media: Described | undefined): boolean {
  const isSaid = Boolean(String(attrs?.alt ?? '').trim() || media?.alt.trim());
  return !isSaid && attrs?.isDecorative !== true;
}

/**
 * Counts the pictures of a text without alt text, including the lead picture.
 * @param media the library's words for them.
 */
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
