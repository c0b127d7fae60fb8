/** A frame of MPEG audio, layer III. */
export interface Mp3Frame {
  bytes: number;
  /** Version and sample rate: the same in all frames of a recording. */
  kind: string;
  /** Where its audio begins, after the header and the side information. */
  audioAt: number;
}

const KBIT_OF_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const KBIT_OF_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
/** Hertz in MPEG 1; MPEG 2 has half of it, and MPEG 2.5 a quarter. */
const RATES = [44_100, 48_000, 32_000];
const MPEG_1 = 3;
const MPEG_2_5 = 0;
const RESERVED = 1;
const MONO = 3;

/** Whether these bytes begin a frame of MPEG audio, layer III. */
export function isMp3Frame(bytes: Buffer): boolean {
  return bytes.length > 1 && bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2;
}

/**
 * Reads the header of a frame; null when there is none, or its bit rate is not stated.
 * @see https://www.iso.org/standard/22412.html (ISO/IEC 11172-3, 2.4.1.3)
 */
export function mp3FrameOf(head: Buffer): Mp3Frame | null {
  const [, second = 0, third = 0, fourth = 0] = head;
  if (head.length < 4 || !isMp3Frame(head)) return null;
  const version = (second >> 3) & 3;
  const kbit = (version === MPEG_1 ? KBIT_OF_1 : KBIT_OF_2)[third >> 4];
  const fullRate = RATES[(third >> 2) & 3];
  if (version === RESERVED || !kbit || !fullRate) return null;
  const rate = fullRate / (version === MPEG_1 ? 1 : version === MPEG_2_5 ? 4 : 2);
  const perFrame = version === MPEG_1 ? 144_000 : 72_000;
  const isMono = fourth >> 6 === MONO;
  const side = version === MPEG_1 ? (isMono ? 17 : 32) : isMono ? 9 : 17;
  return {
    bytes: Math.floor((perFrame * kbit) / rate) + ((third >> 1) & 1),
    kind: `${version} ${rate}`,
    audioAt: 4 + side,
  };
}
