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

/** Counts how often a text shows each picture without alt text of its own, the lead picture included. */
export function usesWithoutAlt({
  body,
  leadMediaId,
  leadWords,
}: {
  body: Body;
  leadMediaId: string | null;
  leadWords: LeadWords;
}): Map<string, number> {
  const uses = new Map<string, number>();
  if (leadMediaId !== null && isMissingAlt({ attrs: { ...leadWords } }, undefined)) uses.set(leadMediaId, 1);
  addUses(body, uses);
  return uses;
}

function addUses(node: BodyNode, uses: Map<string, number>) {
  if (node.type === 'figure' && isMissingAlt(node, undefined)) {
    const mediaId = String(node.attrs?.mediaId ?? '');
    uses.set(mediaId, (uses.get(mediaId) ?? 0) + 1);
  }
  for (const child of node.content ?? []) addUses(child, uses);
}
