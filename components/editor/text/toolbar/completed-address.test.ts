import { expect, test } from 'vitest';
import { completed, isAddressLike, isLinkable } from './completed-address';

test.each([
  ['example.org', 'https://example.org'],
  ['me@example.org', 'mailto:me@example.org'],
  ['/about', '/about'],
  ['https://example.org/my file.pdf', 'https://example.org/my%20file.pdf'],
  ['example.org/my file.pdf', 'https://example.org/my%20file.pdf'],
  ['/a page of ours', '/a%20page%20of%20ours'],
  ['https://example.org/ទន្លេ​មេគង្គ', 'https://example.org/ទន្លេ​មេគង្គ'],
  ['+855 12 345 678', 'tel:+85512345678'],
  ['(023) 720-955', 'tel:023720-955'],
  ['tel:+855 12 345 678', 'tel:+85512345678'],
])('%s becomes %s, which can be linked to', (typed, address) => {
  expect(completed(typed)).toBe(address);
  expect(isLinkable(address)).toBe(true);
  expect(isAddressLike(typed)).toBe(true);
});

test.each([
  'javascript:alert(1)',
  'the bridge',
  '2026',
  '2026-11-28',
  'https://exa mple.org',
  'tel:call-me now',
  'tel:',
])('%s cannot be linked to', (typed) => expect(isLinkable(completed(typed))).toBe(false));

test('words are searched for, and addresses are not', () => {
  expect(['the bridge', '2026', 'ទន្លេ', 'e.g. this'].filter(isAddressLike)).toEqual([]);
  expect(['javascript:alert(1)', 'https:', 'www.', '/ab'].filter((typed) => !isAddressLike(typed))).toEqual(
    [],
  );
});
