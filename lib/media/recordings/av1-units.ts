/*
 * AV1 is a row of units; some of them are for metadata of any kind.
 * @see https://aomediacodec.github.io/av1-spec/#obu-syntax
 */

/** Sequence headers, frame headers, tiles, frames and tile lists. */
const KEPT_UNITS = [1, 3, 4, 6, 7, 8];
const METADATA = 5;
/** Brightness, the display, and layers. */
const KEPT_METADATA = [1, 2, 3];

/**
 * Returns a picture's units that decoders need.
 * @throws Error when the units are longer than the picture.
 */
export function neededAv1Units(picture: Buffer): Buffer {
  const kept: Buffer[] = [];
  for (let at = 0; at < picture.length; ) {
    const { type, start, end } = unitAt(picture, at);
    if (end > picture.length) throw new Error('A unit is longer than its picture.');
    const isKept = type === METADATA ? isKeptMetadata(picture, start) : KEPT_UNITS.includes(type);
    if (isKept) kept.push(picture.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}

function isKeptMetadata(picture: Buffer, start: number): boolean {
  return KEPT_METADATA.includes(numberAt(picture, start).value);
}

function unitAt(picture: Buffer, at: number) {
  const head = picture[at] ?? 0;
  const hasExtension = (head & 4) !== 0;
  const hasSize = (head & 2) !== 0;
  const type = (head >> 3) & 15;
  const afterHead = at + (hasExtension ? 2 : 1);
  if (!hasSize) return { type, start: afterHead, end: picture.length };
  const size = numberAt(picture, afterHead);
  return { type, start: size.end, end: size.end + size.value };
}

/** Reads a number with seven bits in each byte, the lowest first. */
function numberAt(bytes: Buffer, start: number): { value: number; end: number } {
  let value = 0;
  for (let index = 0; index < 8; index += 1) {
    const byte = bytes[start + index] ?? 0;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, end: start + index + 1 };
  }
  throw new Error('A number of a unit has no end.');
}
