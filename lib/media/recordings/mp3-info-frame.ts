import type { Mp3Frame } from './mp3-frame';

const MAGIC = ['Xing', 'Info'];
/** Sizes of the optional fields, by their flags: frames, bytes, table of contents, quality. */
const FIELDS = [4, 4, 100, 4];
/**
 * Encoders after whose name players look for the samples to skip at both ends. The first is written for all, so that
 * the name tells which fields follow, and not who wrote them.
 */
const NAMED = 'LAME';
const ENCODERS = [NAMED, 'Lavf', 'Lavc'];
const ENCODER_NAME = 9;
const ENCODER_FIELDS = 34;

/**
 * Returns a frame; if it is the one that describes the recording (its length, a table to seek by, the samples
 * to skip), without the name and version of the encoder and without what follows the known fields.
 * @see http://gabriel.mp3-tech.org/mp3infotag.html
 */
export function withoutEncoderName(frame: Buffer, { audioAt }: Mp3Frame): Buffer {
  const start = audioAt + 8;
  if (frame.length < start || !MAGIC.includes(frame.toString('latin1', audioAt, audioAt + 4))) return frame;
  if (frame.subarray(4, audioAt).some((byte) => byte !== 0)) return frame;
  const flags = frame.readUInt32BE(audioAt + 4);
  const at = FIELDS.reduce((sum, bytes, flag) => sum + (flags & (1 << flag) ? bytes : 0), start);
  const plain = Buffer.from(frame);
  if (!hasEncoderFields(frame, at)) return plain.fill(0, Math.min(at, plain.length));
  plain.fill(0, at, at + ENCODER_NAME).write(NAMED, at, 'latin1');
  plain.writeUInt16BE(crc16(plain.subarray(0, at + ENCODER_FIELDS)), at + ENCODER_FIELDS);
  return plain.fill(0, at + ENCODER_FIELDS + 2);
}

function hasEncoderFields(frame: Buffer, at: number): boolean {
  return frame.length >= at + ENCODER_FIELDS + 2 && ENCODERS.includes(frame.toString('latin1', at, at + 4));
}

/** The checksum of the fields: CRC-16/ARC. */
function crc16(bytes: Buffer): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xa001 : crc >>> 1;
  }
  return crc;
}
