import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import * as schema from '@/db/schema';
import { SEEN_STATUSES } from '@/lib/visibility';
import { buildAuthor, buildPost, buildSeries, buildTopic } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';

/** Tables that no cached reader page shows, and why. */
const UNSEEN = {
  users: 'accounts; readers see authors',
  sessions: 'accounts',
  devices: 'accounts',
  passkeys: 'accounts',
  used_challenges: 'accounts',
  sign_in_failures: 'accounts',
  setup_links: 'accounts',
  drafts: 'working copies; previews of them are not kept',
  restore_points: 'working copies',
  preview_links: 'asked for at every preview',
  saved_views: 'lists of the desk',
  media_uses: 'for the library alone',
  templates: 'for the desk alone',
  template_uses: 'for the library alone',
  snippets: 'for the desk alone',
  snippet_uses: 'for the library alone',
  writing_goals: 'for the desk alone',
  translation_groups: 'nothing but a number, which the posts of a group hold too',
  audit: 'for the owner alone',
  jobs: 'what the program has to do',
  desk_posts: 'lists of the desk',
  desk_labels: 'lists of the desk',
  desk_counts: 'lists of the desk',
  revision_uses: 'for the library and what may be deleted',
  list_spans: 'counted by triggers from tables whose changes raise the version',
  list_months: 'counted by triggers from tables whose changes raise the version',
  program_notes: 'what the program notes about itself',
};
/** Columns and changes of visible tables that readers do not see, and why. */
const UNSEEN_COLUMNS = { 'site.content_version': 'the counter itself' };
const UNSEEN_CHANGES = {
  'revisions.insert': 'unseen until a post makes it the live one',
  'site.insert': 'the one row is made by a migration',
  'site.delete': 'the one row is never deleted',
};

const TABLES = Object.values(schema).filter((value) => is(value, SQLiteTable));
const SEEN = TABLES.filter((table) => !(getTableName(table) in UNSEEN));
const COLUMNS = SEEN.flatMap((table) =>
  Object.values(getTableColumns(table)).map((column) => `${getTableName(table)}.${column.name}`),
).filter((column) => !(column in UNSEEN_COLUMNS));

let site: TestSite;
beforeAll(() => {
  site = openTestSite();
  fillEveryTable();
  // Allows a row to be deleted without the rows that refer to it.
  site.db.$client.pragma('foreign_keys = OFF');
});
afterAll(() => site.close());
beforeEach(() => void site.db.$client.exec('BEGIN'));
afterEach(() => void site.db.$client.exec('ROLLBACK'));

const version = () => site.db.$client.prepare('SELECT content_version FROM site').pluck().get() as number;

/** Returns how far a statement moves the content version. */
function movedBy(statement: string): number {
  const before = version();
  const { changes } = site.db.$client.prepare(statement).run();
  expect(changes, `rows changed by ${statement}`).toBeGreaterThan(0);
  return version() - before;
}

test.each(COLUMNS)('a change of %s raises the content version', (name) => {
  const [table, column] = name.split('.');
  expect(movedBy(`UPDATE "${table}" SET "${column}" = "${column}"`)).toBeGreaterThan(0);
});

test.each(SEEN.map(getTableName))('inserting or deleting a row of %s moves the content version', (table) => {
  site.db.$client.exec(`CREATE TEMP TABLE kept AS SELECT * FROM main."${table}"`);
  if (!(`${table}.delete` in UNSEEN_CHANGES))
    expect(movedBy(`DELETE FROM main."${table}"`), 'delete').toBeGreaterThan(0);
  if (`${table}.insert` in UNSEEN_CHANGES) return;
  expect(movedBy(`INSERT INTO main."${table}" SELECT * FROM kept`), 'insert').toBeGreaterThan(0);
});

test.each(SEEN_STATUSES)('every change to a post that is %s raises the content version', (status) => {
  expect(movedBy(`UPDATE posts SET status = '${status}'`)).toBeGreaterThan(0);
  expect(movedBy(`UPDATE posts SET slug = slug`)).toBeGreaterThan(0);
  expect(movedBy(`UPDATE posts SET status = 'draft'`)).toBeGreaterThan(0);
  expect(movedBy(`UPDATE posts SET status = '${status}'`)).toBeGreaterThan(0);
  expect(movedBy('DELETE FROM posts')).toBeGreaterThan(0);
});

test('a column added to site later is watched too, and each change counts once', () => {
  site.db.$client.exec("ALTER TABLE site ADD COLUMN motto text DEFAULT ''");
  expect(movedBy("UPDATE site SET motto = 'Onwards'")).toBe(1);
  expect(movedBy("UPDATE site SET name = '{}', motto = ''")).toBe(1);
  expect(movedBy('UPDATE site SET content_version = content_version + 1')).toBe(1);
});

test.each(['drafts', 'audit'])('a write to %s alone does not raise the content version', (table) => {
  expect(movedBy(`UPDATE "${table}" SET post_id = post_id`)).toBe(0);
});

test('what is listed as unseen is in the schema', () => {
  expect(TABLES.map(getTableName)).toEqual(expect.arrayContaining(Object.keys(UNSEEN)));
  expect(SEEN.length).toBeGreaterThan(10);
});

/** Inserts at least one row in every table that readers see, all related to one published post. */
function fillEveryTable() {
  const { db } = site;
  const { authorId } = buildAuthor(db);
  const { topicId } = buildTopic(db);
  buildSeries(db);
  const { postId } = buildPost(db, { byline: [{ authorId, name: 'Dara' }], topicIds: [topicId] });
  db.insert(schema.corrections).values({ postId, note: 'A name was wrong.', publishedAt: 1 }).run();
  db.insert(schema.redirects).values({ path: '/2022/old', postId }).run();
  db.insert(schema.media)
    .values({
      id: 'm1',
      sha256: 'x',
      originalName: 'p.jpg',
      mime: 'image/jpeg',
      widthPx: 1,
      heightPx: 1,
      bytes: 1,
      renditions: [],
      createdAt: 1,
    })
    .run();
}
