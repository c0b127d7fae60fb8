import type { FileBytes } from './file-bytes';

/** A box of an MP4. */
export interface Box {
  type: string;
  at: number;
  /** Where its content begins and ends. */
  start: number;
  end: number;
}

/** Bytes before the boxes inside a box. */
const BEFORE_CHILDREN: Record<string, number> = { stsd: 8, dref: 8 };
const PICTURE_ENTRY = 78;
const SOUND_ENTRY = 28;
const PICTURES = ['avc1', 'avc3', 'av01', 'vp09'];
const SOUNDS = ['mp4a', 'Opus', 'fLaC'];
for (const type of PICTURES) BEFORE_CHILDREN[type] = PICTURE_ENTRY;
for (const type of SOUNDS) BEFORE_CHILDREN[type] = SOUND_ENTRY;

const OF_PICTURES = ['avcC', 'av1C', 'vpcC', 'pasp', 'colr', 'btrt'];
const OF_SOUNDS = ['esds', 'dOps', 'dfLa', 'btrt'];

/**
 * Every box that a stored film may have, by the box around it. None of them has room for a text.
 * @see ISO/IEC 14496-12
 */
const ALLOWED: Record<string, string[]> = {
  '': ['ftyp', 'moov', 'mdat'],
  moov: ['mvhd', 'trak'],
  trak: ['tkhd', 'edts', 'mdia'],
  edts: ['elst'],
  mdia: ['mdhd', 'hdlr', 'minf'],
  minf: ['vmhd', 'smhd', 'dinf', 'stbl'],
  dinf: ['dref'],
  dref: ['url '],
  stbl: ['stsd', 'stts', 'ctts', 'cslg', 'stsc', 'stsz', 'stco', 'co64', 'stss'],
  stsd: [...PICTURES, ...SOUNDS],
  ...Object.fromEntries(PICTURES.map((type) => [type, OF_PICTURES])),
  ...Object.fromEntries(SOUNDS.map((type) => [type, OF_SOUNDS])),
};
const MOST_BOXES = 1000;

/**
 * Lists every box of a film that we made.
 * @throws Error when one of them is not on the list of allowed boxes.
 */
export function allowedBoxes(file: FileBytes): Box[] {
  return boxesWithin(file, { type: '', at: 0, start: 0, end: file.size });
}

function boxesWithin(file: FileBytes, parent: Box): Box[] {
  const found: Box[] = [];
  for (let at = parent.start + (BEFORE_CHILDREN[parent.type] ?? 0); at < parent.end; ) {
    const box = boxAt(file, at, parent.end);
    const isAllowed = ALLOWED[parent.type]?.includes(box.type) && found.length < MOST_BOXES;
    if (!isAllowed) throw new Error(`A film may not have the box “${parent.type}/${box.type}”.`);
    found.push(box);
    if (box.type in ALLOWED) found.push(...boxesWithin(file, box));
    at = box.end;
  }
  return found;
}

/** Whether a box describes pictures: its type names their codec. */
export function isPictures(type: string): boolean {
  return PICTURES.includes(type);
}

/**
 * Reads the head of a box. One that states no length reaches to the end.
 * @throws Error when the box is longer than the one around it.
 */
export function boxAt(file: FileBytes, at: number, end: number): Box {
  const head = file.read(at, 16);
  if (head.length < 8) throw new Error('A box ended in its head.');
  const short = head.readUInt32BE(0);
  const isLong = short === 1 && head.length === 16;
  const length = isLong ? Number(head.readBigUInt64BE(8)) : short || end - at;
  const start = at + (isLong ? 16 : 8);
  if (at + length > end || at + length < start) throw new Error('A box is longer than the one around it.');
  return { type: head.toString('latin1', 4, 8), at, start, end: at + length };
}
