import { adminPath } from '@/lib/addresses';
import type { MediaFacts } from '@/lib/document/media-facts';

/** A library item that can be chosen. */
export type PickableMedia = MediaFacts & { originalName: string };

interface Asked {
  /** Words to search for in name, alt, caption and credit. */
  q: string;
  /** From 1. */
  page: number;
  isPicturesOnly: boolean;
}

interface Found {
  media: PickableMedia[];
  /** The total over all pages. */
  total: number;
}

/**
 * Lists library items, newest first.
 * @throws with a sentence for people, or without one when the server was not reached.
 */
export async function listPictures({ q, page, isPicturesOnly }: Asked, signal: AbortSignal): Promise<Found> {
  const query = new URLSearchParams({ q, page: String(page), ...(isPicturesOnly && { kind: 'picture' }) });
  const response = await fetch(adminPath('media/list', query), { signal }).catch(() => null);
  const isOurs = response?.headers.get('content-type')?.includes('json');
  const answer = isOurs ? await response?.json() : null;
  if (!answer?.ok) throw new Error(answer?.message ?? '');
  return answer.value;
}
