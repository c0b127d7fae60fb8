import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { box, uint32 } from './recordings';

/*
 * `films/phone.mp4` is one and a half seconds of a test picture and a tone, made with ffmpeg 7 as a phone would:
 * turned by a quarter, with B-frames, its description last, and a place, a title, names of handlers and of
 * encoders in it. The functions here add what other devices write.
 */

/** Returns a film that browsers play: 64 by 36 pixels, shown turned, H.264 and AAC. */
export function phoneFilm(): Buffer {
  return readFileSync(join(import.meta.dirname, 'films', 'phone.mp4'));
}

/** A track that is neither picture nor sound, or is one that nobody sees. */
export interface ExtraTrack {
  handler: string;
  coding: string;
  data: Buffer;
}

/** Returns a film with more boxes: within the box at a path such as `moov/trak/mdia`, or at its end. */
export function filmWith(
  film: Buffer,
  boxes: { path: string; box: Buffer }[],
  tracks: ExtraTrack[] = [],
): Buffer {
  const [before, moov] = [film.subarray(0, moovAt(film)), film.subarray(moovAt(film))];
  const data = tracks.map((track) => box('mdat', track.data));
  let at = before.length;
  const traks = tracks.map((track, index) => {
    const trak = extraTrak(track, index + 10, at + 8);
    at += data[index]?.length ?? 0;
    return trak;
  });
  let description = traks.reduce((whole, trak) => inserted(whole, ['moov'], trak), moov);
  const atEnd = boxes.filter(({ path }) => path === '').map((extra) => extra.box);
  for (const extra of boxes.filter(({ path }) => path !== '')) {
    description = inserted(description, extra.path.split('/'), extra.box);
  }
  return Buffer.concat([before, ...data, description, ...atEnd]);
}

/** Returns a film without its first track, which is the one with pictures. */
export function withoutPictures(film: Buffer): Buffer {
  const [before, moov] = [film.subarray(0, moovAt(film)), film.subarray(moovAt(film))];
  const kept = children(moov.subarray(8)).filter((_child, index, all) => index !== all.findIndex(isTrak));
  return Buffer.concat([before, box('moov', ...kept)]);
}

const isTrak = (child: Buffer) => child.toString('latin1', 4, 8) === 'trak';

function moovAt(film: Buffer): number {
  return film.indexOf('moov') - 4;
}

/** Splits the content of a box into its boxes. */
export function children(content: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 0; at + 8 <= content.length; at += content.readUInt32BE(at)) {
    found.push(content.subarray(at, at + content.readUInt32BE(at)));
  }
  return found;
}

function inserted(whole: Buffer, [type, ...path]: string[], extra: Buffer): Buffer {
  const inside = children(whole.subarray(8));
  if (path.length === 0) return box(String(type), ...inside, extra);
  const at = inside.findIndex((child) => child.toString('latin1', 4, 8) === path[0]);
  if (at < 0) throw new Error(`The film has no ${path[0]}.`);
  const changed = inside.map((child, index) => (index === at ? inserted(child, path, extra) : child));
  return box(String(type), ...changed);
}

function extraTrak({ handler, coding, data }: ExtraTrack, id: number, offset: number): Buffer {
  const tkhd = box('tkhd', uint32(1), Buffer.alloc(8), uint32(id), Buffer.alloc(68));
  const mdhd = box('mdhd', Buffer.alloc(12), uint32(1000), uint32(1000), Buffer.alloc(4));
  const hdlr = box(
    'hdlr',
    Buffer.alloc(8),
    Buffer.from(handler),
    Buffer.alloc(12),
    Buffer.from(`${coding}\0`),
  );
  const stbl = box(
    'stbl',
    box('stsd', Buffer.alloc(4), uint32(1), box(coding, Buffer.alloc(78))),
    box('stts', Buffer.alloc(4), ...[1, 1, 1000].map(uint32)),
    box('stsc', Buffer.alloc(4), ...[1, 1, 1, 1].map(uint32)),
    box('stsz', Buffer.alloc(4), ...[data.length, 1].map(uint32)),
    box('stco', Buffer.alloc(4), ...[1, offset].map(uint32)),
  );
  return box('trak', tkhd, box('mdia', mdhd, hdlr, box('minf', box('nmhd', Buffer.alloc(4)), stbl)));
}
