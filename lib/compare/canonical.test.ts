import { expect, test } from 'vitest';
import { canonical } from './canonical';

test('the order of keys makes no difference', () => {
  expect(canonical({ b: [1, { d: 2, c: 3 }], a: null })).toBe(canonical({ a: null, b: [1, { c: 3, d: 2 }] }));
});

test('an attribute with its default is the same as none', () => {
  const list = (attrs: object) => ({ type: 'doc', content: [{ type: 'orderedList', attrs, content: [] }] });
  expect(canonical(list({ start: 1, type: null, reversed: false }))).toBe(canonical(list({ start: 1 })));
  expect(canonical(list({ start: 1, reversed: true }))).not.toBe(canonical(list({ start: 1 })));
  expect(canonical({ type: 'footnote', attrs: { text: 'x', paragraphs: null, isAgain: false } })).toBe(
    canonical({ type: 'footnote', attrs: { text: 'x' } }),
  );
  expect(canonical({ type: 'footnote', attrs: { text: '' } })).toBe(canonical({ type: 'footnote' }));
});

test('values that are not nodes are compared whole', () => {
  expect(canonical({ type: 'review', attrs: { text: '' } })).not.toBe(canonical({ type: 'review' }));
  expect(canonical({ text: '' })).not.toBe(canonical({}));
});
