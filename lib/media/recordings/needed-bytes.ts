import { withoutLeadingData } from './aac-filler';
import { neededAv1Units } from './av1-units';
import { h264Settings, neededH264Units } from './h264-units';

/** How one track is copied without what decoders do not need. */
export interface Needed {
  /** What decoders read before the first packet. */
  description: Buffer | undefined;
  of(packet: Uint8Array): Uint8Array;
}

/** The settings of AAC take a few bytes; a longer record has room for something else. */
const MOST_SOUND_SETTINGS = 64;
const FLAC_MARK = 4;
const FLAC_SETTINGS = 38;
const LAST_BLOCK = 0x80;

/**
 * Returns what decoders need of a track's packets and of the description before them.
 * @throws Error when the description is damaged.
 */
export function neededBytes(codec: string | null, description: Buffer | undefined): Needed {
  const all = (packet: Uint8Array) => packet;
  if (codec === 'avc') {
    if (!description) throw new Error('H.264 without its settings.');
    const { record, lengthBytes } = h264Settings(description);
    return { description: record, of: (packet) => neededH264Units(Buffer.from(packet), lengthBytes) };
  }
  if (codec === 'av1') return { description, of: (packet) => neededAv1Units(Buffer.from(packet)) };
  if (codec === 'flac') return { description: flacSettings(description), of: all };
  if (codec === 'aac')
    return { description: short(description), of: (packet) => withoutLeadingData(Buffer.from(packet)) };
  return { description: short(description), of: all };
}

function short(description: Buffer | undefined): Buffer | undefined {
  if (description && description.length > MOST_SOUND_SETTINGS) throw new Error('The settings are too long.');
  return description;
}

/** Returns only the first block, which decoders need; others contain comments and pictures. */
function flacSettings(description: Buffer | undefined): Buffer {
  if (!description || description.length < FLAC_MARK + FLAC_SETTINGS)
    throw new Error('FLAC without settings.');
  const settings = Buffer.from(description.subarray(0, FLAC_MARK + FLAC_SETTINGS));
  settings[FLAC_MARK] = LAST_BLOCK;
  return settings;
}
