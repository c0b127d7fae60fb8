import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  adminPostPath,
  adminPostsPath,
  archivePath,
  authorPath,
  copyPath,
  decodedSlug,
  editionPath,
  mediaPath,
  pagePath,
  plainPostPath,
  postPath,
  searchPath,
  seriesPath,
  sharingPicturePath,
  slugInPlainPath,
  topicPath,
} from './addresses';

const KHMER = 'ស្ពាន';
const ENCODED = '%E1%9E%9F%E1%9F%92%E1%9E%96%E1%9E%B6%E1%9E%93';

test('slugs are percent-encoded in paths, Khmer ones as UTF-8 bytes', () => {
  expect(postPath(KHMER)).toBe(`/${ENCODED}`);
  expect(topicPath(KHMER)).toBe(`/topics/${ENCODED}`);
  expect(authorPath(KHMER)).toBe(`/authors/${ENCODED}`);
  expect(seriesPath(KHMER)).toBe(`/series/${ENCODED}`);
  expect(copyPath(KHMER)).toBe(`/${ENCODED}/copy.html`);
  expect(sharingPicturePath(KHMER, 'ab.png')).toBe(`/share/${ENCODED}/ab.png`);
  expect(postPath('a-bridge')).toBe('/a-bridge');
});

test('the other paths', () => {
  expect(editionPath('km')).toBe('/km');
  expect([archivePath('2022'), archivePath('2022-10')]).toEqual(['/archive/2022', '/archive/2022/10']);
  expect(mediaPath('m1', 'a.jpg')).toBe('/media/m1/a.jpg');
  expect(searchPath({ q: 'a river', page: '2' })).toBe('/search?q=a+river&page=2');
  expect([adminPostPath(3), adminPostPath(3, 'proof')]).toEqual(['/admin/posts/3', '/admin/posts/3/proof']);
  expect([adminPostsPath(), adminPostsPath('status=draft')]).toEqual([
    '/admin/posts',
    '/admin/posts?status=draft',
  ]);
});

test('the first page of a list is at the path of the list', () => {
  expect([1, 2].map((page) => pagePath('/', page))).toEqual(['/', '/page/2']);
  expect([1, 2].map((page) => pagePath('/km', page))).toEqual(['/km', '/km/page/2']);
});

test('a slug is read from an address as it is stored in the database', () => {
  expect(decodedSlug(ENCODED)).toBe(KHMER);
  expect(decodedSlug(KHMER)).toBe(KHMER);
  expect(decodedSlug('cafe%CC%81')).toBe('caf\u00e9');
  expect(decodedSlug('100%')).toBe('100%');
  expect(['a', '/a', '/a/'].map(slugInPlainPath)).toEqual(['a', 'a', 'a']);
  expect(slugInPlainPath(plainPostPath(KHMER))).toBe(KHMER);
});

test('no other code builds the path of a post or a place itself', () => {
  const files = globSync('{app,components,lib}/**/*.{ts,tsx}', {
    exclude: ['**/*.test.*', 'lib/addresses.ts'],
  });
  const byHand =
    /encodeURIComponent\([^)]*slug|(?:`|"|')\/(?:topics|authors|series|archive|share|admin\/posts)\/\$\{/i;
  expect(files.length).toBeGreaterThan(500);
  expect(files.filter((file) => byHand.test(readFileSync(file, 'utf8')))).toEqual([]);
});
