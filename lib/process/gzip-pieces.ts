import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A part of a body that may stand between any others, because it is compressed without looking at them. */
export interface Piece {
  plain: Uint8Array;
  /** Blocks of DEFLATE that end at a whole byte, none of them the last. */
  deflated: Uint8Array;
}

/** What a gzip file begins with: no name, no time, no system. */
const HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
/** The last block, without anything in it. */
const LAST = Uint8Array.of(3, 0);
const MOST_STORED = 0xffff;

/** Compresses a piece. */
export function pieceOf(plain: Uint8Array): Piece {
  const deflated = deflateRawSync(plain, { finishFlush: constants.Z_SYNC_FLUSH });
  // In memory of its own: what is kept, or sent from a thread, would otherwise be all that zlib had ready for it.
  return { plain, deflated: Uint8Array.from(deflated) };
}

/**
 * Makes a piece of what is too short to be worth compressing.
 * @throws RangeError from 64 KiB on, which no such block can hold.
 * @see https://www.rfc-editor.org/rfc/rfc1951#section-3.2.4
 */
export function shortPiece(plain: Uint8Array): Piece {
  if (plain.length > MOST_STORED) throw new RangeError('A short piece has less than 64 KiB.');
  const head = Buffer.alloc(5);
  head.writeUInt16LE(plain.length, 1);
  head.writeUInt16LE(MOST_STORED - plain.length, 3);
  return { plain, deflated: Buffer.concat([head, plain]) };
}

/**
 * Joins pieces to what gzip would have made of all of them, a little longer. Nothing is compressed for it.
 * @see https://www.rfc-editor.org/rfc/rfc1952#section-2.3
 */
export function gzipOfPieces(pieces: readonly Piece[]): Uint8Array[] {
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(pieces.reduce((sum, { plain }) => crc32(plain, sum), 0));
  trailer.writeUInt32LE(
    pieces.reduce((sum, { plain }) => sum + plain.length, 0),
    4,
  );
  return [HEADER, ...pieces.map(({ deflated }) => deflated), LAST, trailer];
}
