/*
 * Whether bytes can be a page of an SQLite database. SQLite itself looks only at pages that it needs, and not at
 * those in its cache.
 * @see https://www.sqlite.org/fileformat2.html
 */

const MAGIC = Buffer.from('SQLite format 3\0', 'latin1');
export const HEADER_BYTES = 100;

/** The first page's facts about all pages. */
export interface FileFacts {
  pageBytes: number;
  /** The bytes of a page that SQLite uses. */
  usableBytes: number;
  pageCount: number;
}

/** Reads the header of a database file, or returns null when it is none. */
export function readFileHeader(header: Buffer, fileBytes: number): FileFacts | null {
  if (header.length < HEADER_BYTES || !header.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const stored = header.readUInt16BE(16);
  const pageBytes = stored === 1 ? 65_536 : stored;
  if (pageBytes < 512 || (pageBytes & (pageBytes - 1)) !== 0) return null;
  const pageCount = Math.max(header.readUInt32BE(28), Math.floor(fileBytes / pageBytes));
  return { pageBytes, usableBytes: pageBytes - header.readUInt8(20), pageCount };
}

const INTERIOR = new Set([2, 5]);
const LEAF = new Set([10, 13]);

/**
 * Whether a page has a form that a page can have. It is a quick look: a page that fails it may still be one that
 * is being written, and one that passes may hold wrong words.
 * @param number of the page, from 1.
 */
export function isPossiblePage(page: Buffer, number: number, { usableBytes, pageCount }: FileFacts): boolean {
  const at = number === 1 ? HEADER_BYTES : 0;
  const kind = page.readUInt8(at);
  if (INTERIOR.has(kind)) return isPossibleTree(page, at, 12, usableBytes);
  if (LEAF.has(kind)) return isPossibleTree(page, at, 8, usableBytes);
  // Text that did not fit, or a free page: both begin with the number of the next one, or 0.
  return number !== 1 && page.readUInt32BE(0) <= pageCount;
}

function isPossibleTree(page: Buffer, at: number, headerBytes: number, usableBytes: number): boolean {
  const cells = page.readUInt16BE(at + 3);
  const contentAt = page.readUInt16BE(at + 5) || 65_536;
  const pointersEnd = at + headerBytes + 2 * cells;
  if (pointersEnd > contentAt || contentAt > usableBytes) return false;
  for (let pointer = at + headerBytes; pointer < pointersEnd; pointer += 2) {
    const cell = page.readUInt16BE(pointer);
    if (cell < contentAt || cell >= usableBytes) return false;
  }
  return true;
}
