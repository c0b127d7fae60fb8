import { expect, test } from 'vitest';
import { plainSpaces } from './spaces';
import { withoutTrackers } from './trackers';

test.each([
  ['https://example.org/a?id=3&utm_source=mail&fbclid=x#part', 'https://example.org/a?id=3#part'],
  ['https://www.google.com/url?q=https://example.org/&sa=D', 'https://example.org/'],
  ['https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fa%3Ffbclid%3D1&h=2', 'https://example.org/a'],
  ['https://youtu.be/abc?si=xyz', 'https://youtu.be/abc'],
])('%s becomes %s', (href, clean) => {
  expect(withoutTrackers(href)).toBe(clean);
});

test.each([
  '/about',
  'https://example.org/?si=4',
  'https://example.org/url?q=https://other.org/',
  'https://www.google.com/url?q=javascript:alert(1)',
  'mailto:a@example.org?subject=utm_source',
])('%s is unchanged', (href) => {
  expect(withoutTrackers(href)).toBe(href);
});

test('stray no-break spaces become ordinary spaces, and those that hold something together stay', () => {
  expect(plainSpaces('in\u00a0exile \u00a0 and\u00a0tried')).toBe('in exile and tried');
  expect(plainSpaces('12\u00a0km, pourquoi\u00a0?')).toBe('12\u00a0km, pourquoi\u00a0?');
});

test('zero-width spaces between Khmer words stay; direction marks and soft hyphens are removed', () => {
  expect(plainSpaces('ទឹក\u200bឡើង\ufeff so\u00adft')).toBe('ទឹក\u200bឡើង soft');
});
