import type { FileBytes, NewFile } from './file-bytes';
import { allowedBoxes, type Box, isPictures } from './film-boxes';

/** Boxes that begin with the times of creation and change. */
const TIMED = ['mvhd', 'tkhd', 'mdhd'];
/** Where the name of a track's handler begins, and that of the program that made its pictures. */
const HANDLER_NAME = 24;
const PROGRAM_NAME = { start: 42, end: 74 };

/**
 * Copies a film whose description (`moov`) follows its pictures, with the description first, so that browsers
 * play it before it has arrived; and without the time at which it was made and the name of the program.
 * @throws Error when it has a box that is not allowed.
 */
export function finishFilm(source: FileBytes, target: NewFile): void {
  const boxes = allowedBoxes(source);
  const [ftyp, mdat, moov] = ['ftyp', 'mdat', 'moov'].map((type) => onlyBox(boxes, type));
  if (!ftyp || !mdat || !moov) throw new Error('The film has no pictures and no sounds.');
  const description = Buffer.from(source.read(moov.at, moov.end - moov.at));
  const within = boxes.filter(({ at }) => at > moov.at && at < moov.end);
  for (const box of within) {
    const inside = { ...box, start: box.start - moov.at, end: box.end - moov.at };
    clearNames(description, inside);
    if (inside.type === 'stco' || inside.type === 'co64')
      moveOffsets(description, inside, description.length);
  }
  target.copy(source, ftyp.at, ftyp.end - ftyp.at);
  target.write(description);
  target.copy(source, mdat.at, mdat.end - mdat.at);
}

function onlyBox(boxes: Box[], type: string): Box | null {
  const [box, second] = boxes.filter((one) => one.type === type);
  return second ? null : (box ?? null);
}

function clearNames(description: Buffer, { type, start, end }: Box) {
  if (TIMED.includes(type)) {
    const isLong = description[start] === 1;
    description.fill(0, start + 4, start + 4 + (isLong ? 16 : 8));
  }
  if (type === 'hdlr') description.fill(0, start + HANDLER_NAME, end);
  if (isPictures(type)) description.fill(0, start + PROGRAM_NAME.start, start + PROGRAM_NAME.end);
}

/** Moves the places of the pictures by the length of the description, which is now before them. */
function moveOffsets(description: Buffer, { type, start }: Box, byBytes: number) {
  const count = description.readUInt32BE(start + 4);
  for (let index = 0; index < count; index += 1) {
    if (type === 'stco') {
      const at = start + 8 + 4 * index;
      description.writeUInt32BE(description.readUInt32BE(at) + byBytes, at);
    } else {
      const at = start + 8 + 8 * index;
      description.writeBigUInt64BE(description.readBigUInt64BE(at) + BigInt(byBytes), at);
    }
  }
}
