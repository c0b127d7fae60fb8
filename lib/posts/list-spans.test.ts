import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Outcome, requireValue } from '@/lib/errors';
import { deleteTopic } from '@/lib/labels/topics';
import { LISTED_STATUSES } from '@/lib/visibility';
import { contextAt as at } from '@/tools/testing/actors';
import { bodyOf, buildAuthor, buildPost, buildTopic } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { binPost, restoreFromBin } from './commands/bin-post';
import { changeLanguage } from './commands/change-language';
import { changePosts } from './commands/change-posts';
import { datePost } from './commands/date-post';
import { duplicatePost } from './commands/duplicate-post';
import { linkTranslation } from './commands/link-translation';
import { publishPost } from './commands/publish-post';
import { purgePost } from './commands/purge-post';
import { saveDraft } from './commands/save-draft';
import { schedulePost } from './commands/schedule-post';
import { relistPost, unlistPost } from './commands/unlist-post';
import { updateSite } from './commands/update-site';
import { withdrawPost } from './commands/withdraw-post';
import { emptyWriting } from './fields';
import { SPAN_MS } from './list-spans';
import type { ListFilter } from './listed-posts';
import { archiveMonths, listPublishedPosts } from './queries';
import { rebuildPosts } from './rebuild';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = at(200 * DAY_MS);

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const KEPT = ['desk_posts', 'desk_labels', 'desk_counts', 'list_spans', 'list_months', 'media_uses'];

/** Returns what lists are read from, in the order of its keys. */
function kept(): unknown[] {
  const rowsOf = (query: string) => [query, site.db.$client.prepare(query).all()];
  return [
    ...KEPT.map((table) => rowsOf(`select * from ${table} order by 1, 2, 3`)),
    rowsOf('select id, is_second_language from posts order by id'),
  ];
}

test('after every command, lists and counts are what a rebuild makes', async () => {
  const { topicId } = buildTopic(site.db);
  const { authorId } = buildAuthor(site.db);
  const about = { topicIds: [topicId], byline: [{ authorId, name: 'A' }] };
  const { postId, version } = buildPost(site.db, { ...about, now: 5 * DAY_MS });
  const other = buildPost(site.db, { ...about, language: 'km', now: -3 * DAY_MS });
  const draft = buildPost(site.db, { ...about, status: 'draft' });
  const writing = { ...emptyWriting(), ...about, headline: 'New', body: bodyOf('New.') };
  const commands: [string, () => Outcome<unknown>][] = [
    [
      'translation',
      () => linkTranslation(site.db, { postId: other.postId, translationOfPostId: postId }, NOW),
    ],
    [
      'no translation',
      () => linkTranslation(site.db, { postId: other.postId, translationOfPostId: null }, NOW),
    ],
    ['language', () => changeLanguage(site.db, { postId, language: 'km' }, NOW)],
    ['date', () => datePost(site.db, { postId, publishedAt: 90 * DAY_MS }, NOW)],
    ['save', () => saveDraft(site.db, { postId, version, writing }, NOW)],
    ['publish', () => publishPost(site.db, { postId, draftVersion: version + 1 }, NOW)],
    ['unlist', () => unlistPost(site.db, { postId }, NOW)],
    ['relist', () => relistPost(site.db, { postId }, NOW)],
    ['withdraw', () => withdrawPost(site.db, { postId }, NOW)],
    ['schedule', () => schedulePost(site.db, { postId, draftVersion: version + 1, at: 300 * DAY_MS }, NOW)],
    ['bin', () => binPost(site.db, { postId }, NOW)],
    ['restore', () => restoreFromBin(site.db, { postId }, NOW)],
    ['duplicate', () => duplicatePost(site.db, { postId }, NOW)],
    [
      'many',
      () =>
        changePosts(
          site.db,
          { changes: [{ kind: 'removeTopic', postIds: [other.postId, draft.postId], topicId }] },
          NOW,
        ),
    ],
    ['settings', () => updateSite(site.db, { ...settings(), timeZone: 'Pacific/Kiritimati' }, NOW)],
    ['topic', () => deleteTopic(site.db, { id: topicId }, NOW)],
    ['languages', () => updateSite(site.db, { ...settings(), languages: ['km', 'en'] }, NOW)],
    ['bin again', () => binPost(site.db, { postId }, NOW)],
    ['purge', () => purgePost(site.db, { postId }, NOW)],
  ];
  for (const [name, run] of commands) {
    requireValue(run());
    const before = kept();
    await rebuildPosts(site.db);
    expect([name, kept()]).toEqual([name, before]);
  }
});

test('the pages of every list have each post once, newest first, however far apart the posts are', () => {
  const { topicId } = buildTopic(site.db);
  const { authorId } = buildAuthor(site.db);
  const days = [-40, -31, -30, -1, 0, 0, 1, 29, 30, 31, 59, 60, 400, 401];
  for (const [n, day] of days.entries()) {
    const about = { topicIds: [topicId], byline: [{ authorId, name: 'A' }] };
    buildPost(site.db, { ...about, slug: `p${n}`, now: day * DAY_MS, language: n % 3 ? 'en' : 'km' });
  }
  const newest = days.map((_, n) => `p${n}`).reverse();
  const expected: [ListFilter, string[]][] = [
    [{}, newest],
    [{ language: 'en' }, newest.filter((slug) => Number(slug.slice(1)) % 3)],
    [{ topicId }, newest],
    [{ authorId }, newest],
    [{ isOnce: true }, newest],
    [{ topicId, language: 'km' }, newest.filter((slug) => Number(slug.slice(1)) % 3 === 0)],
    [{ authorId, language: 'km' }, newest.filter((slug) => Number(slug.slice(1)) % 3 === 0)],
    [{ month: '1970' }, ['p11', 'p10', 'p9', 'p8', 'p7', 'p6', 'p5', 'p4']],
  ];
  for (const [filter, slugs] of expected) {
    const pages = [1, 2, 3, 4, 5, 6].map((page) =>
      listPublishedPosts(site.db, { ...filter, page, perPage: 3 }),
    );
    expect(pages.flatMap(({ posts }) => posts.map(({ slug }) => slug))).toEqual(slugs);
    expect(pages.map(({ total }) => total)).toEqual(pages.map(() => slugs.length));
  }
});

test('the triggers count the listed posts, in spans of the program’s length', () => {
  expect(LISTED_STATUSES).toEqual(['published']);
  buildPost(site.db, { now: 3 * SPAN_MS + 1 });
  buildPost(site.db, { kind: 'page', headline: 'About', now: 3 * SPAN_MS + 1 });
  buildPost(site.db, { status: 'draft' });
  const spans = site.db.$client.prepare('select * from list_spans order by list').all();
  expect(spans).toEqual([
    { list: 'all', owner: '', starts_at: 3 * SPAN_MS, posts: 1 },
    { list: 'language', owner: 'en', starts_at: 3 * SPAN_MS, posts: 1 },
    { list: 'once', owner: '', starts_at: 3 * SPAN_MS, posts: 1 },
  ]);
  expect(archiveMonths(site.db)).toEqual([{ month: '1970-04', count: 1 }]);
});

test('a rebuild repairs counts', async () => {
  buildPost(site.db);
  buildPost(site.db, { status: 'draft' });
  const before = kept();
  for (const table of KEPT) site.db.$client.exec(`delete from ${table}`);
  site.db.$client.exec("insert into list_months values ('1999-01', 'en', 7)");
  await rebuildPosts(site.db);
  expect(kept()).toEqual(before);
});

test.each(['list_spans', 'list_months'])(
  'a repair of %s moves the version of the content, once',
  async (table) => {
    buildPost(site.db);
    await rebuildPosts(site.db);
    const version = () => site.db.$client.prepare('select content_version from site').pluck().get();
    const before = version();
    await rebuildPosts(site.db);
    expect(version()).toBe(before);
    site.db.$client.exec(`update ${table} set posts = posts + 1`);
    expect(version()).toBe(before);
    await rebuildPosts(site.db);
    expect(version()).toBe(Number(before) + 1);
  },
);

function settings() {
  const row = site.db.query.site.findFirst().sync();
  if (!row) throw new Error('There are no settings.');
  const { id, contentVersion, ...rest } = row;
  return rest;
}
