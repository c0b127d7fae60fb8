import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '@/db/client';
import { posts, postTexts, revisions } from '@/db/schema';
import { NO_LEAD_WORDS } from '@/lib/media/lead-words';
import { parseQuery } from '@/lib/search/parse-query';
import { indexLivePost, removeLivePost } from '@/lib/search/search-index';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { searchPosts } from './search-posts';

let site: TestSite;
let db: Db;
let made = 0;

beforeEach(() => {
  site = openTestSite();
  ({ db } = site);
});

afterEach(() => site.close());

interface Words {
  headline?: string;
  standfirst?: string;
  text?: string;
  names?: string;
  language?: 'en' | 'km';
}

/** Adds a live post to the index, with only its words. */
function buildFindable({
  headline = '',
  standfirst = '',
  text = '',
  names = '',
  language = 'en',
}: Words): number {
  made += 1;
  const publishedAt = Date.UTC(2026, 0, 1) + made;
  const { id: postId } = db
    .insert(posts)
    .values({
      feedId: `feed-${made}`,
      slug: `post-${made}`,
      language,
      kind: 'post',
      status: 'published',
      createdAt: publishedAt,
      publishedAt,
      updatedAt: publishedAt,
    })
    .returning()
    .get();
  const { id: liveRevisionId } = db
    .insert(revisions)
    .values({
      postId,
      headline,
      standfirst,
      body: { type: 'doc', content: [] },
      byline: [],
      topicIds: [],
      leadMediaId: null,
      leadWords: NO_LEAD_WORDS,
      source: null,
      seoTitle: '',
      seoDescription: '',
      bodyHtml: '',
      createdAt: publishedAt,
    })
    .returning()
    .get();
  db.update(posts).set({ liveRevisionId }).where(sql`id = ${postId}`).run();
  db.insert(postTexts).values({ postId, text }).run();
  db.transaction((tx) => indexLivePost(tx, { postId, headline, standfirst, text, names }));
  return postId;
}

const found = (q: string) => searchPosts(db, { q }).hits.map(({ post }) => post.id);

test.each(['បោះឆ្នោត', 'ឆ្នោត', 'រដ្ឋ', '២០២៥', '2025', 'ជា', 'ទៅ', 'កម្ពុជា', 'ហ៊ុន ម៉ាណែត'])(
  'the Khmer word %s is found within a text without spaces',
  (word) => {
    const text = 'រដ្ឋាភិបាលកម្ពុជារៀបចំការបោះឆ្នោតឆ្នាំ២០២៥ហើយទៅជាមួយរដ្ឋនិងហ៊ុនម៉ាណែត។';
    const id = buildFindable({ text, language: 'km' });
    expect(found(word)).toEqual([id]);
  },
);

test('a Khmer word is not found in one that only begins with the same letters', () => {
  buildFindable({ text: 'ទីក្រុង', language: 'km' });
  expect(found('ទា')).toEqual([]);
});

test('a word in the headline ranks before the same word in the body', () => {
  const body = buildFindable({ headline: 'Rain', text: 'The river and the vote and the rain.' });
  const headline = buildFindable({
    headline: 'The river',
    text: 'Rain fell for days on the city and its people.',
  });
  expect(found('river')).toEqual([headline, body]);
});

test('all words must be present; the last may be unfinished; accents and case do not matter', () => {
  const id = buildFindable({ text: 'A Café near the National Assembly' });
  expect(found('cafe assem')).toEqual([id]);
  expect(found('assem cafe')).toEqual([]);
  expect(found('cafe senate')).toEqual([]);
});

test('quoted words are matched as a phrase, and words with a minus must be absent', () => {
  const id = buildFindable({ text: 'free press and fair courts' });
  expect(found('"free press"')).toEqual([id]);
  expect(found('"free courts"')).toEqual([]);
  expect(found('press -courts')).toEqual([]);
  expect(found('press -senate')).toEqual([id]);
  expect(found('-senate')).toEqual([]);
});

test('an author is found by name', () => {
  const id = buildFindable({ headline: 'On law', names: 'Sok Dara' });
  expect(found('dara')).toEqual([id]);
});

test('no input is a syntax error', () => {
  buildFindable({ text: 'a' });
  const hard = [
    '"',
    'a"b',
    'NOT',
    'a AND',
    '(',
    '*',
    'headline:a',
    'a^2',
    '{a}:',
    '-',
    '--',
    "';--",
    '\0a',
    'a+b',
    'NEAR(',
  ];
  for (const q of hard) expect(() => searchPosts(db, { q })).not.toThrow();
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (q) => {
      searchPosts(db, { q });
    }),
    { numRuns: 300 },
  );
  expect(parseQuery('  "" - !')).toBeNull();
});

test('results are limited to one language on request, and paged with the total', () => {
  const ids = [1, 2, 3].map(() => buildFindable({ text: 'vote' }));
  buildFindable({ text: 'vote', language: 'km' });
  const page = searchPosts(db, { q: 'vote', language: 'en', page: 2, perPage: 2 });
  expect(page.total).toBe(3);
  expect(page.hits.map(({ post }) => post.id)).toEqual([ids[0]]);
});

test('no more than 100 results can be paged through, the best of all', () => {
  for (let n = 0; n < 100; n++) buildFindable({ text: 'A vote.' });
  expect(searchPosts(db, { q: 'vote' })).toMatchObject({ total: 100, isMore: false });
  const headline = buildFindable({ headline: 'A vote' });
  for (let n = 0; n < 5; n++) buildFindable({ text: 'A vote.' });
  expect(searchPosts(db, { q: 'vote' })).toMatchObject({ total: 100, isMore: true });
  expect(found('vote')[0]).toBe(headline);
  expect(searchPosts(db, { q: 'vote', page: 5 }).hits).toHaveLength(20);
  expect(searchPosts(db, { q: 'vote', page: 6 }).hits).toEqual([]);
});

describe('in a publication of many posts', () => {
  const MANY = 3000;
  let many: TestSite;
  let headline: number;
  let rare: number[];

  beforeAll(() => {
    many = openTestSite();
    db = many.db;
    db.$client.transaction(() => {
      rare = [buildFindable({ text: 'A dolphin, and another dolphin: dolphin.' })];
      headline = buildFindable({ headline: 'A vote by letter' });
      for (let n = 0; n < MANY; n++) buildFindable({ text: `A vote, ${n % 2 === 0 ? 'ស្រុក' : 'by letter'}` });
      rare.push(buildFindable({ text: 'A river with a dolphin in it.' }));
    })();
  });
  beforeEach(() => {
    db = many.db;
  });
  afterAll(() => many.close());

  test('a word of nearly every post gives the newest, headlines first', () => {
    const { hits, ...result } = searchPosts(db, { q: 'vote letter', perPage: 100 });
    expect(result).toEqual({ total: 100, isMore: true, isPartial: false, isCut: false });
    const ids = hits.map(({ post }) => post.id);
    expect(ids[0]).toBe(headline);
    expect(ids.slice(1)).toEqual(ids.slice(1).toSorted((a, b) => b - a));
    expect(new Set(ids).size).toBe(100);
    expect(found('vote letter -ស្រុក')[0]).toBe(headline);
  });

  test('a word of few posts gives the best first', () => {
    expect(found('dolphin')).toEqual(rare);
  });

  test('a search that takes long ends with what its page shows, and a later one with what it has', () => {
    db.$client.exec("update sqlite_sequence set seq = 20000 where name = 'posts'");
    db.$client.transaction(() => {
      for (let n = 0; n < 70; n++) buildFindable({ text: 'A vote by letter.' });
    })();
    const found = (page: number, elapsedMs: number) => {
      const { hits, ...result } = searchPosts(db, { q: '"vote" "letter"', page }, () => elapsedMs);
      return { ...result, hits: hits.length };
    };
    const all = { total: 100, isMore: true, isPartial: false, isCut: false, hits: 20 };
    expect(found(1, 0)).toEqual(all);
    // 70 and the one with the words in its headline: the page after the third was not counted.
    expect(found(1, 8)).toEqual({ ...all, total: 60 });
    expect(found(4, 8)).toEqual(all);
    expect(found(4, 31)).toEqual({ ...all, total: 71, isMore: false, isPartial: true, hits: 11 });
  });
});

test('a search of too many words uses the first ones, and says so', () => {
  const id = buildFindable({ text: 'one two three four five six seven eight nine' });
  const eight = 'one two three four five six seven eight';
  expect(searchPosts(db, { q: eight })).toMatchObject({ total: 1, isCut: false });
  expect(searchPosts(db, { q: `${eight} absent` })).toMatchObject({ total: 1, isCut: true });
  expect(found(`${eight} absent`)).toEqual([id]);
  expect(searchPosts(db, { q: `one ${'x'.repeat(300)}` }).isCut).toBe(true);
  expect(parseQuery(`"${'one '.repeat(60)}"`)?.wanted[0]?.keys).toHaveLength(24);
});

test('the snippet shows the passage with the match marked, as the author wrote it', () => {
  const text = `${'Before it all. '.repeat(30)}Then the Café opened.${' And after.'.repeat(30)}`;
  buildFindable({ text });
  const [hit] = searchPosts(db, { q: 'cafe' }).hits;
  expect(hit?.snippet.filter((part) => part.hit)).toEqual([{ text: 'Café', hit: true }]);
  const passage = hit?.snippet.map((part) => part.text).join('') ?? '';
  expect(passage).toMatch(/^….*Then the Café opened\. And.*…$/);
  expect(text).toContain(passage.slice(1, -1));
});

test('a Khmer match is marked whole, with the author’s zero-width spaces', () => {
  buildFindable({ text: 'ការ\u200Bបោះ\u200Bឆ្នោត', language: 'km' });
  const [hit] = searchPosts(db, { q: 'បោះឆ្នោត' }).hits;
  expect(hit?.snippet).toEqual([
    { text: 'ការ\u200B', hit: false },
    { text: 'បោះ\u200Bឆ្នោត', hit: true },
  ]);
});

test('a post removed from the index is no longer found', () => {
  const id = buildFindable({ text: 'vote' });
  db.transaction((tx) => removeLivePost(tx, id));
  expect(searchPosts(db, { q: 'vote' })).toMatchObject({ hits: [], total: 0 });
});
