import { MAX_HEAD_BYTES } from './read-head';
import { type PageWords, readPage } from './read-page';

/** A page as another site sent it. */
export interface FetchedPage {
  /** At most the beginning that is read. */
  bytes: Uint8Array;
  /** As the site declared it, or null. */
  charset: string | null;
  /** Its address, after redirects. */
  url: string;
}

/** Reads the link-preview metadata of a page. Runs in a thread, because nobody knows what a page makes of a parser. */
export default function readFetchedPage({ bytes, charset, url }: FetchedPage): PageWords {
  return readPage(textOf(Buffer.from(bytes.subarray(0, MAX_HEAD_BYTES)), charset), url);
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
