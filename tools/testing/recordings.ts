const FRAME_BYTES = 417;
const FRAMES = 80;
const SECOND = 8000;

/** Builds two seconds of silence as MP3, with the text of a tag at its beginning. */
export function mp3({ tag = '' }: { tag?: string }): Buffer {
  const frame = Buffer.alloc(FRAME_BYTES);
  frame.set([0xff, 0xfb, 0x90, 0x64]);
  const frames = Buffer.concat(Array.from({ length: FRAMES }, () => frame));
  return tag ? Buffer.concat([id3(tag), frames]) : frames;
}

function id3(text: string): Buffer {
  const words = Buffer.concat([Buffer.from([3]), Buffer.from(text)]);
  const frame = Buffer.concat([Buffer.from('TIT2'), uint32(words.length), Buffer.alloc(2), words]);
  return Buffer.concat([Buffer.from('ID3'), Buffer.from([4, 0, 0, 0, 0, 0, frame.length]), frame]);
}

/** Builds a second of silence as WAV, with the text of a note in it. */
export function wav({ note = '' }: { note?: string }): Buffer {
  const format = Buffer.alloc(16);
  format.writeUInt16LE(1, 0);
  format.writeUInt16LE(1, 2);
  format.writeUInt32LE(SECOND, 4);
  format.writeUInt32LE(SECOND, 8);
  format.writeUInt16LE(1, 12);
  format.writeUInt16LE(8, 14);
  const notes = note ? [chunk('LIST', Buffer.from(`INFOICMT${note}`))] : [];
  const chunks = [chunk('fmt ', format), ...notes, chunk('data', Buffer.alloc(SECOND, 128))];
  return chunk('RIFF', Buffer.concat([Buffer.from('WAVE'), ...chunks]));
}

function chunk(name: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(content.length);
  return Buffer.concat([Buffer.from(name), length, content, Buffer.alloc(content.length % 2)]);
}

interface Mp4Options {
  handlers: string[];
  codec?: string;
  place?: string;
  /** Seconds since 1904. */
  taken?: number;
  isTurned?: boolean;
}

/** Builds the boxes of an MP4 as phones write them; it contains nothing to play. */
export function mp4({ handlers, codec, place = '', taken = 0, isTurned = false }: Mp4Options): Buffer {
  const tracks = handlers.map((handler) => {
    const hdlr = box('hdlr', Buffer.alloc(8), Buffer.from(handler), Buffer.alloc(13));
    const entry = box(codec ?? (handler === 'soun' ? 'mp4a' : 'avc1'), Buffer.alloc(70));
    const stsd = box('stsd', Buffer.alloc(4), uint32(1), entry);
    return box(
      'trak',
      tkhd(handler === 'vide', taken, isTurned),
      box('mdia', hdlr, box('minf', box('stbl', stsd))),
    );
  });
  const udta = place ? [box('udta', box('\xa9xyz', Buffer.from(place)))] : [];
  const mvhd = box('mvhd', Buffer.alloc(4), uint32(taken), uint32(taken), Buffer.alloc(88));
  return Buffer.concat([
    box('ftyp', Buffer.from('isom'), Buffer.alloc(4)),
    box('moov', mvhd, ...tracks, ...udta),
    box('mdat', Buffer.from('THE PICTURES')),
  ]);
}

function tkhd(isSeen: boolean, taken: number, isTurned: boolean): Buffer {
  const rest = Buffer.alloc(72);
  rest.writeInt32BE(isTurned ? 0 : 0x10000, 28);
  if (isSeen) {
    rest.writeUInt16BE(640, 64);
    rest.writeUInt16BE(360, 68);
  }
  return box('tkhd', Buffer.alloc(4), uint32(taken), uint32(taken), rest);
}

function box(type: string, ...content: Buffer[]): Buffer {
  const inside = Buffer.concat(content);
  return Buffer.concat([uint32(inside.length + 8), Buffer.from(type, 'latin1'), inside]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
