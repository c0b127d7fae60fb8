import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gunzipSync, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { gzipOfPieces, type Piece } from '@/lib/process/gzip-pieces';
import type { Fingerprint } from './fingerprints';

/** An answer to readers, ready to be sent in every encoding. */
export interface Page {
  status: number;
  /** Headers that are the same in every encoding, with lower-case names. */
  headers: Record<string, string>;
  /** The basis of the entity tag: the same for the same bytes before compression. */
  tag: string;
  /** The body without compression; null where only compressed forms are kept, which take a fifth of the memory. */
  plain: Buffer | null;
  gzip: Buffer | null;
  brotli: Buffer | null;
  /** How `brotli` was compressed, because a strong tag must differ when the bytes differ. */
  brotliQuality: number;
  /** The content version at which it was rendered, or the last one at which it was still the same. */
  version: number;
  /** Tells at another content version whether it is still the same; without one, it is rendered again. */
  fingerprint: Fingerprint | null;
}

/** What a page is made from. */
export type PageParts = Pick<Page, 'status' | 'headers' | 'version'> & {
  /** In pieces where most of them are parts of other pages too, which are compressed already. */
  body: Buffer | Piece[];
  fingerprint?: Fingerprint | null;
  /** Whether its address is one of endlessly many (a search): hardly anyone will ask for it again. */
  isEndless?: boolean;
};

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);
/** What was decompressed last: a program that takes no compression asks for the same page again and again. */
const decompressed = new LRUCache<Page, Buffer>({
  maxSize: 2 * 1024 * 1024,
  sizeCalculation: ({ length }) => Math.max(1, length),
});
/** Compressing shorter bodies gains nothing. */
const WORTH_COMPRESSING_BYTES = 200;
const COMPRESSIBLE = /^(?:text\/|application\/(?:[\w.+-]*(?:json|xml)|javascript|manifest)|image\/svg)/;
/** A copy with its pictures: what can be compressed in it is a small part, so one form is enough to keep. */
export const LARGE_BYTES = 1024 * 1024;
const QUICK_QUALITY = 5;
const FINE_QUALITY = 11;
const TAG_LENGTH = 22;

/** Makes a page with its compressed forms, using fast compression because a reader is waiting. */
export async function makePage({
  status,
  headers,
  version,
  body,
  fingerprint = null,
  isEndless = false,
}: PageParts): Promise<Page> {
  const inPieces = Array.isArray(body);
  const page = {
    status,
    headers,
    tag: tagOf(inPieces ? body.map(({ plain }) => plain) : [body]),
    version,
    brotliQuality: QUICK_QUALITY,
    fingerprint,
  };
  if (inPieces) return { ...page, plain: null, gzip: apart(gzipOfPieces(body)), brotli: null };
  const isWorthIt =
    body.length >= WORTH_COMPRESSING_BYTES && COMPRESSIBLE.test(headers['content-type'] ?? '');
  if (!isWorthIt) return { ...page, plain: apart([body]), gzip: null, brotli: null };
  if (body.length >= LARGE_BYTES) return { ...page, plain: body, gzip: await gzipOf(body), brotli: null };
  // Brotli takes three times as long to save a tenth.
  if (isEndless) return { ...page, plain: null, gzip: await gzipOf(body), brotli: null };
  const [gzipped, brotli] = await Promise.all([gzipOf(body), brotliOf(body, QUICK_QUALITY)]);
  return { ...page, plain: null, gzip: gzipped, brotli };
}

function tagOf(pieces: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('base64url').slice(0, TAG_LENGTH);
}

async function gzipOf(body: Buffer): Promise<Buffer> {
  return apart([await compressGzip(body)]);
}

/**
 * Puts bytes into memory of their own. Node cuts short buffers from slabs of 64 KiB, and each would keep its whole slab
 * for as long as the page is cached.
 * @see https://nodejs.org/api/buffer.html#static-method-bufferallocunsafeslowsize
 */
function apart(pieces: readonly Uint8Array[]): Buffer {
  const whole = Buffer.allocUnsafeSlow(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Returns the body of a page without compression, which few clients ask for. */
export function plainOf(page: Page): Buffer {
  const known = page.plain ?? decompressed.get(page);
  if (known) return known;
  const body = bodyOf(page);
  decompressed.set(page, body);
  return body;
}

/**
 * Returns how long the body is without compression, in bytes, and decompresses nothing for it.
 * @see https://www.rfc-editor.org/rfc/rfc1952#section-2.3.1
 */
export function plainLengthOf({ plain, gzip }: Pick<Page, 'plain' | 'gzip'>): number {
  return plain?.length ?? gzip?.readUInt32LE(gzip.length - 4) ?? 0;
}

/** Returns the body from the form in which it is kept. */
export function bodyOf({ plain, gzip }: Pick<Page, 'plain' | 'gzip'>): Buffer {
  if (plain) return plain;
  if (!gzip) throw new Error('A page has no body.');
  return gunzipSync(gzip);
}

/** Checks whether a page is as small as it can be. */
export function isOptimised({ brotli, brotliQuality }: Page): boolean {
  return brotli === null || brotliQuality === FINE_QUALITY;
}

/** Recompresses a frequently requested page at the best quality, in place. */
export async function optimisePage(page: Page): Promise<void> {
  if (isOptimised(page)) return;
  page.brotli = await brotliOf(plainOf(page), FINE_QUALITY);
  page.brotliQuality = FINE_QUALITY;
}

/** Returns the memory that a page takes, in bytes. */
export function sizeOfPage(page: Page): number {
  const perPage = 1000;
  const bodies = (page.plain?.length ?? 0) + (page.gzip?.length ?? 0) + (page.brotli?.length ?? 0);
  return perPage + bodies + (page.fingerprint?.bytes ?? 0);
}

async function brotliOf(body: Buffer, quality: number): Promise<Buffer> {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: quality, [BROTLI_PARAM_SIZE_HINT]: body.length };
  return apart([await compressBrotli(body, { params })]);
}
