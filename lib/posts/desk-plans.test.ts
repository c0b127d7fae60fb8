import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lastBackupAt } from '@/lib/backup/last-backup';
import { listTroubledJobs } from '@/lib/jobs/troubled-jobs';
import { listAuthors } from '@/lib/labels/authors';
import { listTopics } from '@/lib/labels/topics';
import { listMedia } from '@/lib/media/queries';
import { hasSamples } from '@/lib/samples/has-samples';
import { findPlaceInSeries, listArrangedParts, listPostsOutsideSeries } from '@/lib/series/parts';
import { buildAuthor, buildPost, buildTopic } from '@/tools/testing/factories';
import { columnsReadBy, planOf, statementsOf } from '@/tools/testing/query-plans';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { listAttention, listOpenDrafts } from './dashboard';
import { indexChangedDrafts } from './index-drafts';
import { countByStatus, type ListFilter, listPostIds, listPosts } from './list-posts';
import { SORTS } from './post-filter';

const NOW = Date.UTC(2026, 10, 24);

let site: TestSite;
let ids: { topicId: number; authorId: number };

beforeAll(async () => {
  site = openTestSite();
  const { topicId } = buildTopic(site.db, 'Rivers');
  const { authorId } = buildAuthor(site.db, 'Sok Chan');
  for (let n = 0; n < 40; n += 1) {
    const byline = [{ authorId, name: 'Sok Chan' }];
    buildPost(site.db, {
      topicIds: [topicId],
      byline,
      text: 'A bridge.',
      now: NOW - n,
      status: n % 2 ? 'draft' : 'published',
    });
  }
  ids = { topicId, authorId };
  await indexChangedDrafts(site.db);
});
afterAll(() => site.close());

/** Columns that hold whole texts. */
const TEXTS = /\.(body|body_html|text)$/;
/** Tables that grow with the posts: nothing reads all of one. */
const GROWING = [
  'posts',
  'drafts',
  'revisions',
  'restore_points',
  'post_texts',
  'desk_posts',
  'desk_labels',
  'audit',
];
/** Indexes that only have the rows that are wanted. */
const ONLY_WANTED = 'drafts_unindexed|posts_samples';
const READ_WHOLE = new RegExp(
  `^SCAN (${GROWING.join('|')})\\b(?! USING (COVERING )?INDEX (${ONLY_WANTED})$)`,
  'm',
);

function expectShort(run: () => unknown) {
  for (const sql of statementsOf(site.db, run)) {
    const texts = [...columnsReadBy(site.db, sql)].filter((column) => TEXTS.test(column));
    expect([sql, texts]).toEqual([sql, []]);
    expect(planOf(site.db, sql)).not.toMatch(READ_WHOLE);
  }
}

const FILTERS: [string, () => ListFilter][] = [
  ['all posts', () => ({})],
  ['one status', () => ({ status: 'draft' })],
  ['the bin', () => ({ status: 'binned' })],
  ['one language', () => ({ language: 'km' })],
  ['one kind', () => ({ kind: 'page' })],
  ['one topic', () => ({ topicId: ids.topicId })],
  ['one author', () => ({ authorId: ids.authorId })],
  ['one topic and author', () => ({ ...ids, status: 'published' })],
  ['some days', () => ({ from: '2026-11-01', to: '2026-11-30' })],
  ['a topic on some days', () => ({ topicId: ids.topicId, from: '2026-11-01', status: 'draft' })],
  ['one person', () => ({ createdBy: 1 })],
  ['the drafts of one person', () => ({ createdBy: 1, status: 'draft', language: 'en' })],
];

describe.each(FILTERS)('the list of %s', (_what, filter) => {
  test.each(SORTS)('in the order “%s” reads no text, and never all posts', (sort) => {
    expectShort(() => listPosts(site.db, { ...filter(), sort }, 2, 5));
  });

  test.each(SORTS.filter((sort) => sort !== 'best'))('is in the order “%s” of an index', (sort) => {
    const list = filter();
    const isOfLabel = [list.topicId, list.authorId, list.createdBy].some((id) => id !== undefined);
    // Names are sorted only within a topic, an author or one person's posts, where they cannot all be indexed.
    if (sort === 'headline' && isOfLabel) return;
    for (const sql of statementsOf(site.db, () => listPosts(site.db, { ...list, sort }, 2, 5))) {
      if (/order by/.test(sql)) expect(planOf(site.db, sql)).not.toMatch(/TEMP B-TREE/);
    }
  });
});

test.each<[string, () => unknown]>([
  ['a search', () => listPosts(site.db, { q: 'bridge', topicId: ids.topicId })],
  ['the ids of a filter', () => listPostIds(site.db, { topicId: ids.topicId }, 1001)],
  ['the counts', () => countByStatus(site.db)],
  ['the counts of a person', () => countByStatus(site.db, 1)],
  ['the drafts to continue', () => listOpenDrafts(site.db, 5)],
  ['the drafts of a person', () => listOpenDrafts(site.db, 5, 1)],
  ['what needs attention', () => listAttention(site.db, 5)],
  ['what needs attention of a person', () => listAttention(site.db, 5, 1)],
  ['whether there are samples', () => hasSamples(site.db)],
  ['the last backup', () => lastBackupAt(site.db)],
  ['the jobs in trouble', () => listTroubledJobs(site.db, NOW, 5)],
  ['the parts of all series', () => listArrangedParts(site.db)],
  ['the place of a post in its series', () => findPlaceInSeries(site.db, 1)],
  ['the posts in no series', () => listPostsOutsideSeries(site.db)],
  ['the topics and authors', () => [listTopics(site.db), listAuthors(site.db)]],
  ['the library', () => listMedia(site.db, {})],
  ['the unused media', () => listMedia(site.db, { used: 'none' })],
])('%s: no text is read, and never all posts', (_what, run) => {
  expectShort(run);
});
