import { damagedRecording } from './damaged-recording';
import type { FileBytes, NewFile } from './file-bytes';
import { type Mp3Frame, mp3FrameOf } from './mp3-frame';
import { withoutEncoderName } from './mp3-info-frame';

const TAG_HEAD = 10;
const APE_HEAD = 32;
/** Frames that must follow each other before bytes after a gap count as audio. */
const CHAIN = 3;
/** Bytes that are neither audio nor a tag that states its length; more of them is no recording. */
const MOST_UNKNOWN_BYTES = 4 * 1024 * 1024;

/**
 * Copies the frames of an MP3, and nothing else: programs write names, pictures, places and texts into tags of
 * many kinds, before, after and between the frames (ID3v1, `TAG+`, ID3v2, APE, Lyrics3).
 * @throws Refusal `invalid` when there is no audio.
 * @see https://id3.org/id3v2.4.0-structure
 */
export function rewriteMp3(source: FileBytes, target: NewFile): void {
  let kind: string | null = null;
  let isFollowing = false;
  let unknownBytes = 0;
  for (let at = 0; at + 4 <= source.size; ) {
    const frame = frameAt(source, at, kind);
    if (frame && (isFollowing || isChain(source, at, frame))) {
      target.write(withoutEncoderName(source.read(at, frame.bytes), frame));
      kind = frame.kind;
      isFollowing = true;
      at += frame.bytes;
      continue;
    }
    isFollowing = false;
    const tagBytes = tagBytesAt(source, at);
    at += tagBytes || 1;
    if (tagBytes === 0) unknownBytes += 1;
    if (unknownBytes > MOST_UNKNOWN_BYTES) throw damagedRecording();
  }
  if (kind === null) throw damagedRecording();
}

function frameAt(source: FileBytes, at: number, kind: string | null): Mp3Frame | null {
  const frame = mp3FrameOf(source.read(at, 4));
  if (!frame || at + frame.bytes > source.size) return null;
  return kind === null || frame.kind === kind ? frame : null;
}

/** Whether frames follow each other from here: two bytes of a tag can look like the head of one. */
function isChain(source: FileBytes, start: number, first: Mp3Frame): boolean {
  let at = start + first.bytes;
  for (let count = 1; count < CHAIN && at + 4 <= source.size; count += 1) {
    const next = frameAt(source, at, first.kind);
    if (!next) return false;
    at += next.bytes;
  }
  return true;
}

/** Returns the length of a tag that begins here and states it, or zero. */
function tagBytesAt(source: FileBytes, at: number): number {
  const head = source.read(at, APE_HEAD);
  const bytes = statedBytes(head);
  return at + bytes <= source.size ? bytes : 0;
}

function statedBytes(head: Buffer): number {
  if (head.length >= TAG_HEAD && head.toString('latin1', 0, 3) === 'ID3') {
    const hasFooter = ((head[5] ?? 0) & 0x10) !== 0;
    return syncSafe(head, 6) + (hasFooter ? 2 : 1) * TAG_HEAD;
  }
  // The length of an APE tag counts its footer and not its header.
  const isApe = head.length === APE_HEAD && head.toString('latin1', 0, 8) === 'APETAGEX';
  return isApe && head.readUInt32LE(20) >>> 29 === 5 ? head.readUInt32LE(12) + APE_HEAD : 0;
}

/** Reads a number with seven bits in each byte. */
function syncSafe(bytes: Buffer, at: number): number {
  return [0, 1, 2, 3].reduce((sum, index) => sum * 128 + ((bytes[at + index] ?? 0) & 0x7f), 0);
}
