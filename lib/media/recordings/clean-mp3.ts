import { Refusal } from '@/lib/errors';
import type { FileBytes, Patch } from './file-bytes';

const TAG_HEAD = 10;
const OLD_TAG = 128;
const APE_FOOT = 32;
const MOST_PADDING = 65_536;

/** Whether these bytes begin a frame of MPEG audio, layer III. */
export function isMp3Frame(bytes: Buffer): boolean {
  return bytes.length > 1 && bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2;
}

/**
 * Returns patches that empty the tags of an MP3, where programs write names, pictures and places: ID3v2 at the
 * beginning becomes padding, ID3v1 and APE at the end are zeroed.
 * @throws Refusal `invalid` when no audio follows.
 * @see https://id3.org/id3v2.4.0-structure
 */
export function cleanMp3(file: FileBytes): Patch[] {
  const patches: Patch[] = [];
  let at = 0;
  for (
    let head = file.read(at, TAG_HEAD);
    head.toString('latin1', 0, 3) === 'ID3';
    head = file.read(at, TAG_HEAD)
  ) {
    const hasFooter = ((head[5] ?? 0) & 0x10) !== 0;
    const length = syncSafe(head, 6) + (hasFooter ? TAG_HEAD : 0);
    if (at + TAG_HEAD + length > file.size) throw damagedSound();
    // The header stays, without its flags, so that players know how far to skip.
    patches.push({ at: at + 5, bytes: Buffer.from([0]) }, { at: at + TAG_HEAD, zeros: length });
    if (hasFooter) patches.push({ at: at + 6, bytes: syncSafeBytes(length) });
    at += TAG_HEAD + length;
  }
  const next = file.read(at, MOST_PADDING);
  const first = next.findIndex((byte) => byte !== 0);
  if (first < 0 || !isMp3Frame(next.subarray(first))) throw damagedSound();
  return [...patches, ...tagsAtEnd(file, at)];
}

function tagsAtEnd(file: FileBytes, start: number): Patch[] {
  const patches: Patch[] = [];
  let end = file.size;
  if (end - OLD_TAG > start && file.read(end - OLD_TAG, 3).toString('latin1') === 'TAG') {
    end -= OLD_TAG;
    patches.push({ at: end, zeros: OLD_TAG });
  }
  const foot = file.read(Math.max(start, end - APE_FOOT), APE_FOOT);
  if (foot.length === APE_FOOT && foot.toString('latin1', 0, 8) === 'APETAGEX') {
    const hasHead = foot.readUInt32LE(20) >>> 31 === 1;
    const length = foot.readUInt32LE(12) + (hasHead ? APE_FOOT : 0);
    const from = Math.max(start, end - length);
    patches.push({ at: from, zeros: end - from });
  }
  return patches;
}

/** Reads a number with seven bits in each byte. */
function syncSafe(bytes: Buffer, at: number): number {
  return [0, 1, 2, 3].reduce((sum, index) => sum * 128 + ((bytes[at + index] ?? 0) & 0x7f), 0);
}

function syncSafeBytes(value: number): Buffer {
  return Buffer.from([21, 14, 7, 0].map((shift) => (value >> shift) & 0x7f));
}

/** Returns the refusal for a recording with nothing to play. */
export function damagedSound(): Refusal {
  return new Refusal('invalid', 'recordingDamaged');
}
