import { expect, test } from 'vitest';
import { copyName } from './copy-name';

const nameIn = (header: string) => decodeURIComponent(/filename\*=UTF-8''([^;]+)$/.exec(header)?.[1] ?? '');

test('a copy is named after its headline, in any script, and after its address where only ASCII works', () => {
  const header = copyName('បណ្ណាល័យពេលល្ងាច', '/evening-library');
  expect(nameIn(header)).toBe('បណ្ណាល័យពេលល្ងាច.html');
  expect(header).toContain('filename="evening-library.html"');
  expect(copyName('ទន្លេ', `/${encodeURIComponent('ទន្លេ')}`)).toContain('filename="post.html"');
});

test('the header contains only ASCII and nothing that could end it', () => {
  const header = copyName('A "bet" (on) it’s; \r\nX-Y: 1 / ..\\b*', '/x');
  expect(header).toMatch(/^[\x20-\x7e]+$/);
  expect(header.split("UTF-8''")[1]).toMatch(/^(?:[\w.!~-]|%[0-9A-F]{2})+$/);
  expect(nameIn(header)).toBe('A bet (on) it’s; X-Y 1 .. b.html');
});

test('a long name is cut between letters, never inside a Khmer one', () => {
  const name = nameIn(copyName('ស្ត្រី'.repeat(30), '/x')).replace('.html', '');
  expect(name.length).toBeLessThanOrEqual(80);
  expect('ស្ត្រី'.repeat(30)).toContain(name);
  const letters = [...new Intl.Segmenter('km').segment('ស្ត្រី'.repeat(30))].map(({ segment }) => segment);
  expect(letters.join('').startsWith(name)).toBe(true);
  expect([...new Intl.Segmenter('km').segment(name)].every(({ segment }) => letters.includes(segment))).toBe(
    true,
  );
});

test('a headline of punctuation only still gives a name', () => {
  expect(nameIn(copyName('???', '/x'))).toBe('post.html');
  expect(nameIn(copyName('...', '/x'))).toBe('post.html');
});
