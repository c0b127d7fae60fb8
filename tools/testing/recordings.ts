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

/** Builds a chunk of a WAV. */
export function chunk(name: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(content.length);
  return Buffer.concat([Buffer.from(name), length, content, Buffer.alloc(content.length % 2)]);
}

/** Builds a box of an MP4. */
export function box(type: string, ...content: Buffer[]): Buffer {
  const inside = Buffer.concat(content);
  return Buffer.concat([uint32(inside.length + 8), Buffer.from(type, 'latin1'), inside]);
}

/** Returns a number as four bytes, the highest first. */
export function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
