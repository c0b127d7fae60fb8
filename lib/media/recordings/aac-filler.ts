/*
 * A packet of AAC is a row of elements. Two of them hold bytes for anything: encoders write their names into
 * those at the beginning, which are the only ones that can be found without decoding.
 * @see ISO/IEC 14496-3, 4.4.2.1
 */

const DATA_STREAM = 4;
const FILLER = 6;
/** Filler that decoders use: volume, and high frequencies. */
const USED_FILLER = [11, 13, 14];

/** Returns a packet in which the leading elements for other data are empty; its length stays. */
export function withoutLeadingData(packet: Buffer): Buffer {
  const plain = Buffer.from(packet);
  for (let at = 0; ; ) {
    const element = leadingElement(plain, at);
    if (!element || element.end > plain.length * 8) return plain;
    if (element.isEmptied) clearBits(plain, element.start, element.end);
    at = element.end;
  }
}

/** Returns where the data of the element at a bit begins and ends; null when it holds sound. */
function leadingElement(packet: Buffer, at: number) {
  const type = bitsAt(packet, at, 3);
  if (type === FILLER) {
    const count = countAt(packet, at + 3, 4);
    // A count of 15 is continued so that 255 more make 269.
    const bytes = count.isLong ? count.value - 1 : count.value;
    const isEmptied = !USED_FILLER.includes(bitsAt(packet, count.end, 4));
    return { start: count.end, end: count.end + bytes * 8, isEmptied };
  }
  if (type !== DATA_STREAM) return null;
  const isAligned = bitsAt(packet, at + 7, 1) === 1;
  const count = countAt(packet, at + 8, 8);
  const start = isAligned ? Math.ceil(count.end / 8) * 8 : count.end;
  return { start, end: start + count.value * 8, isEmptied: true };
}

/** Reads a count of some bits; if all are set, a byte that follows is added. */
function countAt(packet: Buffer, at: number, length: number) {
  const value = bitsAt(packet, at, length);
  const isLong = value === 2 ** length - 1;
  return isLong
    ? { isLong, value: value + bitsAt(packet, at + length, 8), end: at + length + 8 }
    : { isLong, value, end: at + length };
}

function bitsAt(packet: Buffer, at: number, length: number): number {
  let value = 0;
  for (let bit = at; bit < at + length; bit += 1) {
    value = value * 2 + (((packet[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
  }
  return value;
}

function clearBits(packet: Buffer, start: number, end: number) {
  for (let bit = start; bit < end; bit += 1) {
    const at = bit >> 3;
    packet[at] = (packet[at] ?? 0) & ~(0x80 >> (bit & 7));
  }
}
