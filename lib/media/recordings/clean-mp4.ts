import { Refusal } from '@/lib/errors';
import { damagedSound } from './clean-mp3';
import type { FileBytes, Patch } from './file-bytes';

/** The content of an MP4. Sizes are of the video as shown; zero for audio. */
export interface Mp4 {
  patches: Patch[];
  kind: 'audio' | 'video';
  widthPx: number;
  heightPx: number;
}

interface Box {
  type: string;
  at: number;
  /** Where its content begins and ends. */
  start: number;
  end: number;
}

interface Found {
  patches: Patch[];
  handlers: string[];
  codecs: string[];
  size: { widthPx: number; heightPx: number };
  boxes: number;
}

const CONTAINERS = ['moov', 'trak', 'mdia', 'minf', 'stbl', 'edts', 'mvex', 'moof', 'traf'];
/** Boxes where programs write places, names, pictures, and anything else. */
const EMPTIED = ['udta', 'meta', 'uuid', 'free', 'skip', 'wide'];
const TIMED = ['mvhd', 'tkhd', 'mdhd'];
const PLAYED = ['avc1', 'avc3', 'av01', 'vp09', 'mp4a', 'Opus', 'fLaC'];
const HARMLESS_TRACKS = ['vide', 'soun', 'text', 'sbtl', 'subt', 'clcp'];
const MOST_BOXES = 100_000;

/**
 * Finds the boxes of an MP4 with places, names and times, and returns patches that empty them: each becomes
 * `free`, of the same length, so that nothing else moves. Telemetry tracks (a place for every second) are
 * interleaved with the pictures and cannot be removed without encoding again: such a video is refused.
 * @throws Refusal `invalid` with the reason.
 * @see https://www.rfc-editor.org/rfc/rfc4337 and ISO/IEC 14496-12
 */
export function cleanMp4(file: FileBytes): Mp4 {
  const found: Found = { patches: [], handlers: [], codecs: [], size: { widthPx: 0, heightPx: 0 }, boxes: 0 };
  const topLevel = walk(file, 0, file.size, found);
  if (!topLevel.includes('moov')) throw damagedSound();
  refuseWhatCannotBe(found);
  const kind = found.handlers.includes('vide') ? 'video' : 'audio';
  return { patches: found.patches, kind, ...(kind === 'video' ? found.size : { widthPx: 0, heightPx: 0 }) };
}

function walk(file: FileBytes, start: number, end: number, found: Found): string[] {
  const types: string[] = [];
  for (let at = start; at + 8 <= end; ) {
    const box = boxAt(file, at, end);
    found.boxes += 1;
    if (found.boxes > MOST_BOXES) throw damagedSound();
    types.push(box.type);
    if (CONTAINERS.includes(box.type)) walk(file, box.start, box.end, found);
    else visit(file, box, found);
    at = box.end;
  }
  return types;
}

function boxAt(file: FileBytes, at: number, end: number): Box {
  const head = file.read(at, 16);
  const short = head.readUInt32BE(0);
  const isLong = short === 1 && head.length === 16;
  const length = isLong ? Number(head.readBigUInt64BE(8)) : short === 0 ? end - at : short;
  const start = at + (isLong ? 16 : 8);
  if (at + length > end || at + length < start) throw damagedSound();
  return { type: head.toString('latin1', 4, 8), at, start, end: at + length };
}

function visit(file: FileBytes, box: Box, found: Found) {
  if (EMPTIED.includes(box.type)) {
    found.patches.push(
      { at: box.at + 4, bytes: Buffer.from('free') },
      { at: box.start, zeros: box.end - box.start },
    );
  } else if (TIMED.includes(box.type)) {
    const isLong = file.read(box.start, 1)[0] === 1;
    found.patches.push({ at: box.start + 4, zeros: isLong ? 16 : 8 });
    if (box.type === 'tkhd') measure(file, box, isLong, found);
  } else if (box.type === 'hdlr') {
    found.handlers.push(file.read(box.start + 8, 4).toString('latin1'));
  } else if (box.type === 'stsd') {
    found.codecs.push(file.read(box.start + 12, 4).toString('latin1'));
  }
}

/** Measures the track as shown: a quarter turn swaps width and height. */
function measure(file: FileBytes, box: Box, isLong: boolean, found: Found) {
  const rest = file.read(box.start + (isLong ? 52 : 40), 44);
  if (rest.length < 44) throw damagedSound();
  const [width, height] = [rest.readUInt16BE(36), rest.readUInt16BE(40)];
  if (width === 0 || height === 0) return;
  const isTurned = rest.readInt32BE(0) === 0;
  found.size = isTurned ? { widthPx: height, heightPx: width } : { widthPx: width, heightPx: height };
}

function refuseWhatCannotBe({ handlers, codecs }: Found) {
  const tracks = handlers.filter((handler) => handler !== 'mdir' && handler !== 'mdta');
  if (tracks.some((handler) => !HARMLESS_TRACKS.includes(handler))) {
    throw new Refusal('invalid', 'videoTelemetry');
  }
  if (!tracks.includes('vide') && !tracks.includes('soun')) throw damagedSound();
  const unknown = codecs.find((codec, index) => isPlayable(tracks[index]) && !PLAYED.includes(codec));
  if (unknown !== undefined) {
    throw new Refusal('invalid', 'videoCoding', { coding: unknown.trim() });
  }
}

function isPlayable(handler: string | undefined): boolean {
  return handler === 'vide' || handler === 'soun';
}
