import { closeSync, fstatSync, openSync, writeSync } from 'node:fs';
import { bytesOf, type FileBytes } from './file-bytes';
import { boxAt } from './film-boxes';

/** Boxes that tell how to play a film, by the box around them; fragmented films have tables in `moof`. */
const READ: Record<string, string[]> = {
  '': ['ftyp', 'moov', 'mdat', 'moof'],
  moov: ['mvhd', 'trak', 'mvex'],
  mvex: ['trex', 'mehd'],
  trak: ['tkhd', 'edts', 'mdia'],
  edts: ['elst'],
  mdia: ['mdhd', 'hdlr', 'minf'],
  minf: ['vmhd', 'smhd', 'nmhd', 'dinf', 'stbl'],
  stbl: ['stsd', 'stts', 'ctts', 'cslg', 'stsc', 'stsz', 'stz2', 'stco', 'co64', 'stss'],
  moof: ['mfhd', 'traf'],
  traf: ['tfhd', 'tfdt', 'trun'],
};
/** An hour of a fragmented film has some thousand boxes. */
const MOST_BOXES = 100_000;

/**
 * Renames every box of an uploaded film that does not tell how to play it to `free`, which readers skip:
 * devices write damaged ones, for which a reader would refuse the whole film. Changes the file.
 * @throws Error when boxes are longer than the one around them.
 */
export function hideBoxes(path: string): void {
  const fd = openSync(path, 'r+');
  try {
    const file = bytesOf(fd);
    for (const at of hiddenWithin(file, '', { start: 0, end: fstatSync(fd).size })) {
      writeSync(fd, Buffer.from('free'), 0, 4, at + 4);
    }
  } finally {
    closeSync(fd);
  }
}

function hiddenWithin(
  file: FileBytes,
  parent: string,
  { start, end }: { start: number; end: number },
): number[] {
  const hidden: number[] = [];
  let count = 0;
  for (let at = start; at + 8 <= end; count += 1) {
    const box = boxAt(file, at, end);
    if (count > MOST_BOXES) throw new Error('The film has too many boxes.');
    if (!READ[parent]?.includes(box.type)) hidden.push(at);
    else if (box.type in READ) hidden.push(...hiddenWithin(file, box.type, box));
    at = box.end;
  }
  return hidden;
}
