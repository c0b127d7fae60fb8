import type { MediaFacts } from '@/lib/document/media-facts';

/** Something of the library as it is offered to choose. */
export type PickableMedia = MediaFacts & { originalName: string };

interface Asked {
  /** Words looked for in name, alt, caption and credit. */
  q: string;
  /** From 1. */
  page: number;
  isPicturesOnly: boolean;
}

interface Found {
  media: PickableMedia[];
  /** How many there are on all pages. */
  total: number;
}

/**
 * What the library holds, newest first.
 * @throws with a sentence for people, or none when the server was not reached.
 */
export async function listPictures({ q, page, isPicturesOnly }: Asked, signal: AbortSignal): Promise<Found> {
  const query = new URLSearchParams({ q, page: String(page), ...(isPicturesOnly && { kind: 'picture' }) });
  const response = await fetch(`/admin/media/list?${query}`, { signal }).catch(() => null);
  const isOurs = response?.headers.get('content-type')?.includes('json');
  const answer = isOurs ? await response?.json() : null;
  if (!answer?.ok) throw new Error(answer?.message ?? '');
  return answer.value;
}
