import type { EmbedAttributes } from '@/lib/document/attributes';
import { Refusal } from '@/lib/errors';
import type { Reach } from '@/lib/fetching/destination';
import { guardedRequest } from '@/lib/fetching/guarded-request';
import { kindOfLink } from './kind-of-link';
import { MAX_HEAD_BYTES } from './read-head';
import { readPage } from './read-page';

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
 * @throws Refusal when the page cannot be fetched.
 */
export async function fetchCard(url: string, reach: Reach = {}): Promise<FetchedCard> {
  const page = await guardedRequest(url, PAGE, reach);
  const beginning = page.bytes.subarray(0, MAX_HEAD_BYTES);
  const { picture, ...words } = readPage(textOf(beginning, page.charset), page.url);
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

/**
 * Decodes a page by the charset in its markup or in the response header; most pages are UTF-8 and declare
 * none.
 */
function textOf(bytes: Buffer, declared: string | null): string {
  const beginning = bytes.subarray(0, 2048).toString('latin1');
  const charset = declared ?? /<meta[^<>]+charset=["']?([\w-]+)/i.exec(beginning)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError) return bytes.toString('utf8');
    throw error;
  }
}
