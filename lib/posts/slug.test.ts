import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { slugFrom } from '@/lib/language/slug-from';
import { parseSlug, RESERVED_SLUGS } from './slug';

test('a slug keeps letters of every script and nothing else', () => {
  expect(slugFrom('  “Who pays?” — 2 views  ')).toBe('who-pays-2-views');
  expect(slugFrom('ស្ពាន\u200bរបស់ យើង។')).toBe('ស្ពានរបស់-យើង');
  expect(slugFrom('The river’s price')).toBe('the-rivers-price');
});

test('a slug is cut to a length that every browser and chat app accepts', () => {
  expect([...slugFrom('word '.repeat(100))].length).toBeLessThanOrEqual(100);
});

test('a slug is cut at the end of a word, even in Khmer, which does not mark it', () => {
  expect(slugFrom('word '.repeat(100))).toBe(Array(20).fill('word').join('-'));
  const words = ['បណ្ណាល័យ', 'ក្រុង', 'បិទ', 'ម៉ោង'];
  const slug = slugFrom(words.join('').repeat(12));
  expect(slug.length).toBeGreaterThan(80);
  expect(slug.length).toBeLessThanOrEqual(100);
  expect(words.some((word) => slug.endsWith(word))).toBe(true);
});

test('a single word that is too long is cut anyway', () => {
  expect(slugFrom('x'.repeat(300))).toHaveLength(100);
});

test('an address that the site itself uses, or an empty one, is refused', () => {
  for (const wanted of ['admin', 'KM', 'Search', '404', '…']) expect(() => parseSlug(wanted)).toThrow();
});

test('every address of the site’s own pages is reserved', () => {
  const pages = ['app', 'app/(reader)', 'app/(admin)'].flatMap((folder) =>
    readdirSync(folder).filter(
      (name) =>
        /^[a-z-]+$/.test(name) &&
        ['page.tsx', 'route.ts', '[slug]/page.tsx'].some((file) => existsSync(`${folder}/${name}/${file}`)),
    ),
  );
  expect(pages.length).toBeGreaterThan(7);
  expect(pages.filter((name) => !RESERVED_SLUGS.has(name))).toEqual([]);
});
