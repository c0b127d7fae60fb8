import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PostPage } from '@/app/(reader)/post-page';
import type { Db } from '@/db/client';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { elementsOf, readPage } from '@/lib/formats/editions/page-document';
import { singleFile } from '@/lib/formats/editions/single-file';
import { textEdition } from '@/lib/formats/editions/text-edition';
import { stringsFor } from '@/lib/language/strings';
import { findPublishedPost } from '@/lib/posts/queries';
import { putIntoSeries } from '@/lib/series/arrange-parts';
import { parseEnvironment, shareSettings } from '@/lib/settings/environment';
import { readSite } from '@/lib/settings/site';
import { buildAuthor, buildPost, buildSeries, buildTopic } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';

vi.mock('./database', () => ({ database: () => site.db }));

const SITE_URL = 'https://lamp.example';
const words = stringsFor('en');

let site: TestSite;
let html: string;
beforeEach(() => {
  shareSettings(parseEnvironment({ SITE_URL }));
  site = openTestSite();
  fill(site.db);
  html = pageOf('here');
});
afterEach(() => site.close());

/** Builds posts so that the page of one has every part that such a page can have. */
function fill(db: Db) {
  const context = { actor: OPERATOR, now: Date.now() };
  const { topicId } = buildTopic(db, 'Rivers');
  const { authorId } = buildAuthor(db, 'Sok Chan');
  const { seriesId } = buildSeries(db, 'Harbour');
  const byline = [{ authorId, name: 'Sok Chan' }];
  for (const slug of ['before', 'here', 'after']) {
    const { postId } = buildPost(db, { slug, headline: `Harbour ${slug}`, topicIds: [topicId], byline });
    requireValue(putIntoSeries(db, { postId, seriesId }, context));
  }
  buildPost(db, { headline: 'Another river', topicIds: [topicId], byline });
}

function pageOf(slug: string, notice?: string): string {
  const post = findPublishedPost(site.db, slug);
  if (!post) throw new Error('The post is not published.');
  const page = createElement(PostPage, { site: readSite(site.db), post, notice });
  return `<!DOCTYPE html>${renderToStaticMarkup(page)}`;
}

/** Replaces every class with names that no code knows. */
const reclassed = (page: string) => page.replace(/ class="[^"]*"/g, ' class="x1 x2"');

const copyOf = async (page: string) => {
  const options = { key: '/here', siteUrl: SITE_URL, readFile: async () => null };
  return readPage((await singleFile(page, options))?.html ?? '');
};
const textOf = (page: string) =>
  readPage(textEdition(readPage(page), '/here', { siteUrl: SITE_URL, hasEditions: () => true }).html);
const said = ({ body }: ReturnType<typeof readPage>) => body.textContent;

/** What belongs to the site and not to the post. */
const AROUND = [
  words.menu,
  words.skipToContent,
  words.archive,
  words.share,
  words.saveCopy,
  words.searchLabel,
  words.colours,
  words.textEdition,
  words.related,
  words.nextPost,
  words.nextPart,
  'Another river',
];

test('the page of a post with everything has all parts that its copy leaves out', () => {
  for (const part of AROUND) expect(html).toContain(part);
});

test('a copy has the publication’s name, the article and where it is from, whatever the classes', async () => {
  for (const page of [html, reclassed(html)]) {
    const copy = await copyOf(page);
    const [header, main, ...others] = copy.body.children;
    expect([header?.localName, main?.localName, others.length]).toEqual(['header', 'main', 0]);
    expect(header?.textContent).toBe(readSite(site.db).name.en);
    expect(Array.from(main?.children ?? [], (part) => part.getAttribute('data-part'))).toEqual([
      'post-article',
      'copy-note',
    ]);
    // Only the topics of the article itself.
    const navigation = elementsOf(copy, 'nav,[role=navigation],search,form,footer,details,input,script');
    expect(navigation.map((part) => part.getAttribute('aria-label'))).toEqual([words.topics]);
    for (const part of AROUND) expect(said(copy)).not.toContain(part);
    for (const part of [
      'Harbour here',
      'Sok Chan',
      'Part 2 of 3',
      'Rivers',
      'not a monument',
      words.copyNote,
    ])
      expect(said(copy)).toContain(part);
  }
});

test('a part that a page gets later is not in its copy', async () => {
  const later = '<div>Later</div>';
  for (const place of [
    '<header',
    '<nav',
    '</header>',
    '<main',
    '<article',
    '<section',
    '</main>',
    '</body>',
  ]) {
    const copy = await copyOf(html.replace(place, later + place));
    expect(said(copy), place).not.toContain('Later');
  }
});

test('the line above a preview is not in a copy', async () => {
  const page = pageOf('here', 'A line above everything');
  expect(page).toContain('A line above everything');
  expect(said(await copyOf(page))).not.toContain('A line above everything');
});

test('a text edition has the links of the page, but nothing that only its full version can do', () => {
  for (const page of [html, reclassed(html)]) {
    const text = textOf(page);
    for (const part of [words.skipToContent, words.share, words.saveCopy, words.colours, 'Telegram'])
      expect(said(text)).not.toContain(part);
    for (const part of [words.archive, words.related, words.nextPart, 'Another river', 'not a monument'])
      expect(said(text)).toContain(part);
    // Only a stylesheet separates these on the page.
    expect(said(text)).toMatch(/By Sok Chan\s+· .+\s+· 1 min/);
    for (const word of [words.topics, words.archive])
      expect([...text.querySelectorAll('li')].map((item) => item.textContent)).toContain(word);
  }
});

test('both editions read the same whatever the classes', async () => {
  expect(said(await copyOf(reclassed(html)))).toBe(said(await copyOf(html)));
  expect(said(textOf(reclassed(html)))).toBe(said(textOf(html)));
});
