import { expect, test } from 'vitest';
import { neededBytes } from './needed-bytes';

/** A record of H.264: lengths take four bytes; a sequence set, a picture set, and a set of another kind. */
const RECORD = Buffer.from(
  '0142c01effe1000467640001020002680100026501'.replace('020002680100026501', '010002680a'),
  'hex',
);
const needed = neededBytes('avc', RECORD);

function units(...parts: number[][]): Buffer {
  return Buffer.concat(parts.map((part) => Buffer.from([0, 0, 0, part.length, ...part])));
}

const SLICE = [0x65, 1, 2, 3];
const NOTE = [0x06, 5, 3, 0x41, 0x42, 0x43, 0x80];
const RECOVERY = [0x06, 6, 1, 0xc4, 0x80];

test('H.264 loses messages and units that decoders skip', () => {
  const picture = units([9, 0xf0], NOTE, [12, 0xff, 0xff], [24, 0x41], SLICE);
  expect(needed.of(picture)).toEqual(units([9, 0xf0], SLICE));
});

test('a message that decoders use stays when another one is removed from its unit', () => {
  const both = [0x06, 5, 3, 0x41, 0x42, 0x43, 6, 1, 0xc4, 0x80];
  expect(needed.of(units(both, SLICE))).toEqual(units(RECOVERY, SLICE));
});

test('messages keep their escaped zeros', () => {
  const display = [0x06, 137, 5, 0, 0, 3, 1, 2, 3, 0x80];
  expect(needed.of(units(display, SLICE))).toEqual(units(display, SLICE));
});

test('H.264 settings keep parameter sets alone', () => {
  const note = Buffer.from([
    ...RECORD.subarray(0, 5),
    0xe2,
    0,
    2,
    0x67,
    1,
    0,
    3,
    0x06,
    0x41,
    0x42,
    1,
    0,
    1,
    0x68,
    0x41,
  ]);
  expect(neededBytes('avc', note).description).toEqual(
    Buffer.from([...RECORD.subarray(0, 5), 0xe1, 0, 2, 0x67, 1, 1, 0, 1, 0x68]),
  );
});

test('a unit that is longer than its picture is an error', () => {
  expect(() => needed.of(Buffer.from([0, 0, 0, 9, 0x65, 1]))).toThrow('longer');
});

test('AV1 loses metadata of any kind, except for the display', () => {
  const frame = [0x32, 2, 7, 7];
  const display = [0x2a, 3, 1, 5, 5];
  const place = [0x2a, 4, 31, 0x41, 0x42, 0x43];
  const padding = [0x7a, 2, 0x41, 0x41];
  const { of } = neededBytes('av1', undefined);
  expect(of(Buffer.from([...display, ...place, ...padding, ...frame]))).toEqual(
    Buffer.from([...display, ...frame]),
  );
  // The last unit may state no size.
  expect(of(Buffer.from([...place, 0x30, 7, 7, 7]))).toEqual(Buffer.from([0x30, 7, 7, 7]));
});

/** Writes bits, such as `110 0010`, and fills the last byte. */
function bits(text: string): Buffer {
  const plain = text.replaceAll(' ', '');
  const whole = plain.padEnd(Math.ceil(plain.length / 8) * 8, '0');
  return Buffer.from(whole.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
}

test('AAC has nothing in the elements before its sound', () => {
  const { of } = neededBytes('aac', Buffer.from([0x12, 0x10]));
  const sound = '000 0000 10101010 1111';
  const filler = (data: string) => `110 0010 ${data}`;
  const stream = (data: string) => `100 0000 0 00000001 ${data}`;
  expect(of(bits(filler('0000 1111 01000001') + stream('01000001') + sound))).toEqual(
    bits(filler('0000 0000 00000000') + stream('00000000') + sound),
  );
  const used = filler('1101 1111 01000001') + sound;
  expect(of(bits(used))).toEqual(bits(used));
});

test('FLAC keeps the block that describes its sound, and no comments', () => {
  const settings = Buffer.concat([Buffer.from('fLaC'), Buffer.from([0, 0, 0, 34]), Buffer.alloc(34, 7)]);
  const { description } = neededBytes(
    'flac',
    Buffer.concat([settings, Buffer.from([0x84, 0, 0, 2, 0x41, 0x41])]),
  );
  settings[4] = 0x80;
  expect(description).toEqual(settings);
});

test('settings of sound with room for something else are an error', () => {
  expect(() => neededBytes('mp3', Buffer.alloc(65))).toThrow('too long');
});
