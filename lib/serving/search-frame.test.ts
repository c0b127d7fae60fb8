import { expect, test } from 'vitest';
import { fillFrame } from './search-frame';

const part = { html: Buffer.from('<p>ទន្លេ $& river</p>'), specimen: '<p>' };

test('a search is put into the frame as it is', () => {
  const filled = fillFrame('<main><slot name="search"></slot>…</main>', part);
  expect(String(filled)).toBe('<main><p>ទន្លេ $& river</p>…</main>');
});

test.each(['<main></main>', '<slot name="search"></slot><slot name="search"></slot>'])(
  'a frame that cannot be filled is a fault: %s',
  (html) => {
    expect(() => fillFrame(html, part)).toThrow('one slot');
  },
);
