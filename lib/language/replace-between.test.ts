import { expect, test } from 'vitest';
import { replaceBetween } from './replace-between';

const bracketed = (text: string) =>
  replaceBetween(
    text,
    /<(?:b|i)>/g,
    /<\/[bi]>/gi,
    ({ opening, inner, whole }) => `[${opening} ${inner} ${whole}]`,
  );

test('each part is replaced with what is made of it, and the text around stays', () => {
  expect(bracketed('a<b>c</b>d<i>e</I>f')).toBe('a[<b> c <b>c</b>]d[<i> e <i>e</I>]f');
  expect(bracketed('')).toBe('');
});

test('an opening without a closing stays, and an opening in a part begins no other', () => {
  expect(bracketed('<b>a<b>b</b><b>c')).toBe('[<b> a<b>b <b>a<b>b</b>]<b>c');
});
