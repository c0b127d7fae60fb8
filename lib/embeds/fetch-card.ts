import type { EmbedAttributes } from '@/lib/document/attributes';
import { Refusal } from '@/lib/errors';
import type { Reach } from '@/lib/fetching/destination';
import { guardedRequest } from '@/lib/fetching/guarded-request';
import { kindOfLink } from './kind-of-link';
import { pageWords } from './page-words';

/** The texts of a card, and its picture as fetched from the other site. */
export interface FetchedCard {
  card: Omit<EmbedAttributes, 'mediaId'>;
  picture: { bytes: Buffer; originalName: string } | null;
}

const PAGE = { accept: ['text/html', 'application/xhtml+xml'], maxBytes: 6_000_000, timeoutMs: 8000 };
const PICTURE = { accept: ['image/'], maxBytes: 10_000_000, timeoutMs: 8000 };

/**
 * Fetches the metadata of a page. A picture that cannot be fetched is left out.
 * @param reach for tests only.
 * @throws Refusal when the page cannot be fetched or read.
 */
export async function fetchCard(url: string, reach: Reach = {}): Promise<FetchedCard> {
  const page = await guardedRequest(url, PAGE, reach);
  const { picture, ...words } = await pageWords(page);
  return {
    card: { url, ...words, kind: kindOfLink(url) },
    picture: picture ? await pictureAt(picture, reach) : null,
  };
}

async function pictureAt(address: string, reach: Reach): Promise<FetchedCard['picture']> {
  try {
    const { bytes, url } = await guardedRequest(address, PICTURE, reach);
    return { bytes, originalName: new URL(url).pathname.split('/').at(-1) || 'card' };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
