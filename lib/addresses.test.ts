import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  aboutFeedPath,
  adminPath,
  adminPostPath,
  adminPostsPath,
  adminSeriesPath,
  archivePath,
  authorPath,
  copyPath,
  decodedSlug,
  editionPath,
  feedPath,
  firstPagePath,
  isLaterPage,
  mediaPath,
  pagePath,
  pathInLanguage,
  pathOfEdition,
  placesPath,
  plainPostPath,
  postPath,
  previewPath,
  searchPath,
  seriesPath,
  sharingPicturePath,
  signInPath,
  sitemapPath,
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
  expect([placesPath('topics'), signInPath()]).toEqual(['/topics', '/admin/sign-in']);
  expect([previewPath('abc'), previewPath()]).toEqual(['/preview/abc', '/preview/over']);
  expect([sitemapPath(), sitemapPath('posts-1.xml')]).toEqual(['/sitemap.xml', '/sitemap/posts-1.xml']);
  expect(adminPath('media/list', { q: 'a river' })).toBe('/admin/media/list?q=a+river');
  expect(adminSeriesPath(2)).toBe('/admin/series#series-2');
  expect([adminPostsPath(), adminPostsPath('status=draft')]).toEqual([
    '/admin/posts',
    '/admin/posts?status=draft',
  ]);
});

test('a feed is below the page that lists the same posts', () => {
  expect(feedPath('/', 'feed.xml')).toBe('/feed.xml');
  expect(feedPath(topicPath(KHMER), 'atom.xml')).toBe(`/topics/${ENCODED}/atom.xml`);
  expect(aboutFeedPath('/km/feed.json')).toBe('/feeds/about/km/feed.json');
});

test('the first page of a list is at the path of the list', () => {
  expect([1, 2].map((page) => pagePath('/', page))).toEqual(['/', '/page/2']);
  expect([1, 2].map((page) => pagePath('/km', page))).toEqual(['/km', '/km/page/2']);
});

test('a later page is told from its list', () => {
  expect(['/topics/law/page/12', '/topics/page', '/page/2', '/page'].map(isLaterPage)).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect(['/topics/law/page/12', '/topics/law', '/page/2'].map(firstPagePath)).toEqual([
    '/topics/law',
    '/topics/law',
    '/',
  ]);
});

test('a page has its address in each language, the main language the plain one', () => {
  const site = { languages: ['en', 'km'] as const };
  expect(pathInLanguage('/topics', 'en', site)).toBe('/topics');
  expect(pathInLanguage('/topics', 'km', site)).toBe('/km/topics');
  expect(['en', 'km'].map((code) => pathInLanguage('/', code as 'en' | 'km', site))).toEqual(['/', '/km']);
  expect(pathInLanguage('/topics', 'km', { languages: ['en'] })).toBe('/topics');
  expect(pathInLanguage('/topics', 'en', { languages: ['km', 'en'] })).toBe('/en/topics');
  expect(pathOfEdition('/topics', 'en')).toBe('/en/topics');
});

test('a slug is read from an address as it is stored in the database', () => {
  expect(decodedSlug(ENCODED)).toBe(KHMER);
  expect(decodedSlug(KHMER)).toBe(KHMER);
  expect(decodedSlug('cafe%CC%81')).toBe('caf\u00e9');
  expect(decodedSlug('100%')).toBe('100%');
  expect(['a', '/a', '/a/'].map(slugInPlainPath)).toEqual(['a', 'a', 'a']);
  expect(slugInPlainPath(plainPostPath(KHMER))).toBe(KHMER);
});

/** Code that builds a path of the site, each with an example that it must find. */
const BY_HAND: [rule: RegExp, example: string][] = [
  [/encodeURIComponent\([^)]*slug/i, 'encodeURIComponent(post.slug)'],
  [/[`}]\/[a-z_][\w/.=?#&-]*\$\{/i, '`$' + '{siteUrl}/topics/$' + '{slug}`'],
  [/`\/\$\{/, '`/$' + '{folder}`'],
  [/["']\/[a-z][\w/?=#&-]*["'] \+/i, "'/preview/' + token"],
  [/\+ ["']\/[a-z]/i, "path + '/atom.xml'"],
  [
    /\}\/(?:feed\.xml|atom\.xml|feed\.json|copy\.html|sitemap|page|preview|admin|media|share)\b/,
    '`$' + '{path}/feed.xml`',
  ],
];
/** They take addresses apart that were requested, and put them together again. */
const READ_ADDRESSES = [
  'app/share/[slug]/[file]/route.ts',
  'lib/formats/editions/edition-addresses.ts',
  'lib/formats/feeds/old-addresses.ts',
  'lib/serving/page-key.ts',
  'lib/serving/request-target.ts',
  'lib/serving/requested-edition.ts',
  'lib/serving/routes.ts',
];

test('no other code builds a path of the site itself', () => {
  for (const [rule, example] of BY_HAND) expect(example).toMatch(rule);
  const files = globSync(['{app,components,lib}/**/*.{ts,tsx}', 'server.ts'], {
    exclude: ['**/*.test.*', 'lib/addresses.ts'],
  }).map((file) => file.replaceAll('\\', '/'));
  expect(files.length).toBeGreaterThan(500);
  const found = files.filter((file) => {
    const code = readFileSync(file, 'utf8');
    return BY_HAND.some(([rule]) => rule.test(code));
  });
  expect(found.sort()).toEqual(READ_ADDRESSES);
});
