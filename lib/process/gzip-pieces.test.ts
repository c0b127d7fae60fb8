import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { gzipOfPieces, pieceOf, shortPiece } from './gzip-pieces';

const bytes = (text: string) => Buffer.from(text);
const unpacked = (pieces: Parameters<typeof gzipOfPieces>[0]) =>
  gunzipSync(Buffer.concat(gzipOfPieces(pieces))).toString();

test('pieces in any order and number are one gzip file', () => {
  const river = pieceOf(bytes('ទន្លេ '.repeat(5000)));
  const word = shortPiece(bytes('q=ទន្លេ&amp;page=2'));
  const nothing = shortPiece(bytes(''));
  const pieces = [river, word, pieceOf(bytes('')), nothing, river, word];
  expect(unpacked(pieces)).toBe(pieces.map(({ plain }) => Buffer.from(plain).toString()).join(''));
  expect(unpacked([])).toBe('');
});

test('a piece is compressed', () => {
  expect(pieceOf(bytes('river '.repeat(1000))).deflated.length).toBeLessThan(100);
});

test('a short piece is at most as long as its block can be', () => {
  const longest = Buffer.alloc(0xffff, 'a');
  expect(unpacked([shortPiece(longest)])).toBe(longest.toString());
  expect(() => shortPiece(Buffer.alloc(0x10000))).toThrow('less than 64 KiB');
});
