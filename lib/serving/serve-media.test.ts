import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mediaFile, parseRange } from './serve-media';

test('a media address names a file in the media folder', () => {
  expect(mediaFile('/data/media', '/media/0123456789abcdef/1200.avif')).toMatchObject({
    file: join('/data/media', '0123456789abcdef', '1200.avif'),
    type: 'image/avif',
  });
});

test.each([
  ['audio.mp3', 'audio/mpeg'],
  ['audio.m4a', 'audio/mp4'],
  ['audio.wav', 'audio/wav'],
  ['video.mp4', 'video/mp4'],
])('%s is sent as %s', (name, type) => {
  expect(mediaFile('/data/media', `/media/0123456789abcdef/${name}`)?.type).toBe(type);
});

test.each([
  '/media/../broadside.db',
  '/media/..%2f/broadside.db',
  '/media/abc/../x.webp',
  '/media/abc/..',
  '/media/abc/a/b.webp',
  '/media/.incoming-abc/1.webp',
  '/media/abc/page.html',
  '/media/abc/picture.svg',
  '/media/abc/a%00.webp',
])('%s is not a file name', (path) => expect(mediaFile('/data/media', path)).toBeNull());

test.each([
  ['bytes=0-9', { start: 0, end: 9 }],
  ['bytes=90-', { start: 90, end: 99 }],
  ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=50-500', { start: 50, end: 99 }],
  ['bytes=100-', null],
  ['bytes=9-5', null],
  ['bytes=-0', null],
  ['bytes=0-1,5-6', undefined],
  ['bytes=-', undefined],
  ['lines=0-9', undefined],
])('of 100 bytes, %s requests %o', (header, range) => expect(parseRange(header, 100)).toEqual(range));
