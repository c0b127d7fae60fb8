import { Refusal } from '@/lib/errors';
import { cleanMp3, isMp3Frame } from './clean-mp3';
import { cleanMp4 } from './clean-mp4';
import { cleanWav } from './clean-wav';
import type { FileBytes, Patch } from './file-bytes';

type Format = 'mp3' | 'mp4' | 'wav';

/** An accepted audio or video file, as the library stores it. */
export interface Recording {
  kind: 'audio' | 'video';
  mime: string;
  /** The name of its file in the library. */
  file: string;
  widthPx: number;
  heightPx: number;
}

const MEGABYTE = 1024 * 1024;
const MAX_SOUND_BYTES = 200 * MEGABYTE;
/** The largest size of any accepted file. */
export const MAX_VIDEO_BYTES = 500 * MEGABYTE;
const SOUND = { kind: 'audio', widthPx: 0, heightPx: 0 } as const;

/**
 * Returns the recording format given by the first bytes; null for anything else, such as a picture.
 * @throws Refusal `invalid` for recordings in a format that is not accepted.
 */
export function recordingFormat(head: Buffer): Format | null {
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

/**
 * Identifies a recording, and returns the patches that clean it.
 * @throws Refusal `invalid` when it is damaged, too large, or cannot be made safe.
 */
export function inspectRecording(format: Format, file: FileBytes): { value: Recording; patches: Patch[] } {
  if (format === 'mp4') {
    const { patches, ...facts } = cleanMp4(file);
    if (facts.kind === 'audio') refuseLargeSound(file);
    const extension = facts.kind === 'audio' ? 'm4a' : 'mp4';
    return { patches, value: { ...facts, mime: `${facts.kind}/mp4`, file: `${facts.kind}.${extension}` } };
  }
  refuseLargeSound(file);
  if (format === 'wav')
    return { patches: cleanWav(file), value: { ...SOUND, mime: 'audio/wav', file: 'audio.wav' } };
  return { patches: cleanMp3(file), value: { ...SOUND, mime: 'audio/mpeg', file: 'audio.mp3' } };
}

function refuseLargeSound({ size }: FileBytes) {
  if (size > MAX_SOUND_BYTES) throw new Refusal('invalid', 'soundOver200');
}
