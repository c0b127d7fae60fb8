import { expect, test } from 'vitest';
import type { Rendition } from './media-facts';
import { pictureSources } from './picture-sources';

const file = (widthPx: number, format: string, bytes: number): Rendition => ({
  file: `${widthPx}.${format}`,
  mime: `image/${format}`,
  widthPx,
  heightPx: widthPx,
  bytes,
});

test('at each width the smaller of AVIF and WebP is offered to browsers that support both', () => {
  const renditions = [
    file(320, 'avif', 9),
    file(320, 'webp', 8),
    file(800, 'avif', 20),
    file(800, 'jpeg', 40),
    file(800, 'webp', 30),
  ];
  expect(pictureSources({ id: 'p', renditions })).toEqual([
    { mime: 'image/avif', srcSet: '/media/p/320.webp 320w, /media/p/800.avif 800w' },
    { mime: 'image/webp', srcSet: '/media/p/320.webp 320w, /media/p/800.webp 800w' },
  ]);
});

test('AVIF that is never smaller is not offered', () => {
  const renditions = [file(320, 'avif', 9), file(320, 'webp', 9), file(320, 'png', 20)];
  expect(pictureSources({ id: 'p', renditions }).map(({ mime }) => mime)).toEqual(['image/webp']);
  expect(pictureSources({ id: 'p', renditions: [file(320, 'gif', 9)] })).toEqual([]);
});
