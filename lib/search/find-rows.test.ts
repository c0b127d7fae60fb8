import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordQueries } from '@/db/recorded-queries';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { findRows } from './find-rows';
import { parseQuery } from './parse-query';
import { indexDraft } from './search-index';

const DRAFTS = 25_000;

let site: TestSite;

beforeAll(() => {
  site = openTestSite();
  site.db.transaction((tx) => {
    for (let postId = 1; postId <= DRAFTS; postId += 1) {
      const text = postId === 3 ? 'well and fair' : postId % 2 ? 'fair and well' : 'fair, well';
      const headline = postId < DRAFTS - 1000 ? 'once' : '';
      indexDraft(tx, { postId, headline, standfirst: '', text });
    }
  });
});
afterAll(() => site.close());

/** Finds drafts; the time is over after `slices` looks at the clock. */
function find(q: string, slices: number, limit = 500) {
  const query = parseQuery(q);
  if (!query) throw new Error('No words.');
  let left = slices;
  const isLate = () => {
    left -= 1;
    return left < 0;
  };
  return findRows(site.db, { index: 'draft_search', query, where: sql``, limit, isLate });
}

test('the newest are found first, and no more than wanted', () => {
  const { ids, ...found } = find('fair well', 0, 3);
  expect(found).toEqual({ isRanked: false, isPartial: false });
  expect(ids).toEqual([DRAFTS, DRAFTS - 1, DRAFTS - 2]);
});

test('a search goes through all of them, however rare the phrase', () => {
  expect(find('"well and fair"', 100)).toEqual({ ids: [3], isRanked: false, isPartial: false });
});

test('a search whose time is over ends with what it has', () => {
  expect(find('"well and fair"', 1)).toEqual({ ids: [], isRanked: false, isPartial: true });
});

test('the clock is looked at with what was found, so that what is enough can end a search', () => {
  const query = parseQuery('"fair" "well"');
  if (!query) throw new Error('No words.');
  const counts: number[] = [];
  const isLate = (found: number) => counts.push(found) > 1;
  const where = sql`and draft_search.rowid % 100 = 0`;
  const { ids } = findRows(site.db, { index: 'draft_search', query, where, limit: 500, isLate });
  expect(counts).toEqual([25, 50]);
  expect(ids).toHaveLength(50);
});

test('the index is told where to begin and end by whole numbers, of which alone it takes notice', async () => {
  const { recording } = await recordQueries(async () => find('"well and fair"', 100));
  const limited = [...recording.queries.values()].filter(({ sql: text }) => /rowid\W* *[<>]/.test(text));
  expect(limited.length).toBeGreaterThan(3);
  for (const { sql: text } of limited) expect(text).not.toMatch(/rowid\W* *[<>]=? *\?/);
});

test('a word that only older posts have is as frequent as it is', () => {
  expect(find('"once"', 100)).toMatchObject({ isRanked: false, isPartial: false });
});

test('a search with a word that no post has ends at this word', async () => {
  const samples = async (q: string) => {
    const { recording } = await recordQueries(async () => find(q, 100));
    return [...recording.queries.values()].filter(({ sql: text }) => text.includes('count(*)')).length;
  };
  expect(await samples('"unheard" "once" "fair"')).toBe(1);
  expect(find('"unheard" "once" "fair"', 100)).toEqual({ ids: [], isRanked: true, isPartial: false });
});
