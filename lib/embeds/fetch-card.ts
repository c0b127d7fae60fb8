import type { EmbedAttributes } from '@/lib/document/attributes';
import { Refusal } from '@/lib/errors';
import type { Reach } from '@/lib/fetching/destination';
import { guardedRequest } from '@/lib/fetching/guarded-request';
import { bareCard } from './bare-card';
import { pageWords } from './page-words';
import type { PageWords } from './read-page';

/** The texts of a card, and its picture as fetched from the other site. */
export interface FetchedCard {
  card: Omit<EmbedAttributes, 'mediaId'>;
  picture: { bytes: Buffer; originalName: string } | null;
}

const PAGE = { accept: ['text/html', 'application/xhtml+xml'], maxBytes: 6_000_000, timeoutMs: 8000 };
const PICTURE = { accept: ['image/'], maxBytes: 10_000_000, timeoutMs: 8000 };

/**
 * Fetches the metadata of a page. A picture that cannot be fetched is left out. A page of a site whose cards look
 * their own makes its card even when it does not answer.
 * @param reach for tests only.
 * @throws Refusal when the page cannot be fetched or read.
 */
export async function fetchCard(url: string, reach: Reach = {}): Promise<FetchedCard> {
  const bare = bareCard(url);
  const words = await wordsAt(url, reach, bare.kind !== 'link');
  if (!words) return { card: bare, picture: null };
  const { picture, ...said } = words;
  return {
    card: { ...bare, ...said, site: said.site || bare.site },
    picture: picture ? await pictureAt(picture, reach) : null,
  };
}

/**
 * Reads what a page says of itself.
 * @param isOptional for a site that may answer only browsers, or only with its own name.
 * @returns null when such a site says nothing of the page.
 */
async function wordsAt(url: string, reach: Reach, isOptional: boolean): Promise<PageWords | null> {
  try {
    const words = await pageWords(await guardedRequest(url, PAGE, reach));
    return isOptional && !words.text && !words.picture ? null : words;
  } catch (error) {
    if (isOptional && error instanceof Refusal) return null;
    throw error;
  }
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
