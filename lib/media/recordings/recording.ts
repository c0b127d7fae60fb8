import { Refusal } from '@/lib/errors';
import { isMp3Frame } from './mp3-frame';

/** The containers that are accepted. */
export type RecordingFormat = 'mp3' | 'mp4' | 'wav';

const MEGABYTE = 1024 * 1024;
const MAX_SOUND_BYTES = 200 * MEGABYTE;
/** The largest size of any accepted file. */
export const MAX_VIDEO_BYTES = 500 * MEGABYTE;

/**
 * Returns the recording format given by the first bytes; null for anything else, such as a picture.
 * @throws Refusal `invalid` for recordings in a format that is not accepted.
 */
export function recordingFormat(head: Buffer): RecordingFormat | null {
  const start = head.toString('latin1', 0, 12);
  if (start.startsWith('ID3') || isMp3Frame(head)) return 'mp3';
  if (start.startsWith('RIFF') && start.slice(8) === 'WAVE') return 'wav';
  if (start.startsWith('OggS') || start.startsWith('\x1a\x45\xdf\xa3') || start.startsWith('fLaC')) {
    throw new Refusal('invalid', 'recordingNotAccepted');
  }
  if (start.slice(4, 8) !== 'ftyp') return null;
  const brand = start.slice(8, 12);
  if (brand === 'qt  ') throw new Refusal('invalid', 'quickTime');
  return /^(?:iso[0-9a-z]|mp4[12]|M4[AVB] |avc1|dash|mmp4|f4v |MSNV)$/.test(brand) ? 'mp4' : null;
}

/** Returns the name of a recording's file in the library, and its media type. */
export function storedAs(format: RecordingFormat, kind: 'audio' | 'video'): { file: string; mime: string } {
  if (format === 'mp3') return { file: 'audio.mp3', mime: 'audio/mpeg' };
  if (format === 'wav') return { file: 'audio.wav', mime: 'audio/wav' };
  return { file: kind === 'audio' ? 'audio.m4a' : 'video.mp4', mime: `${kind}/mp4` };
}

/** @throws Refusal `invalid` when a file without pictures is larger than the limit for audio. */
export function refuseLargeSound(kind: 'audio' | 'video', bytes: number): void {
  if (kind === 'audio' && bytes > MAX_SOUND_BYTES) throw new Refusal('invalid', 'soundOver200');
}
