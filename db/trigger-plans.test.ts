import { afterEach, beforeEach, expect, test } from 'vitest';
import { findSecondLanguages } from '@/lib/posts/second-languages';
import { planOf, statementsOf } from '@/tools/testing/query-plans';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

/** A change of the languages of the publication concerns every translated post. */
const CONCERNS_ALL = ['second_language_site'];

/**
 * A trigger is about one row. A plan that reads a growing table whole, or the published posts by their status alone,
 * makes every change of a large publication slow.
 */
const READS_ALL =
  /^(?:SCAN (?:posts|other|drafts|revisions|restore_points|media|\w+_posts|\w+_labels|\w+_uses|post_\w+)\b|SEARCH \w+ USING (?:COVERING )?INDEX posts_(?:live|sitemap|newest|changed))/m;

interface Trigger {
  name: string;
  sql: string;
}

/** Returns the statements of a trigger, with a parameter for each value of its row. */
function statementsIn({ sql }: Trigger): string[] {
  const body = sql.slice(sql.indexOf('BEGIN') + 'BEGIN'.length, sql.lastIndexOf('END'));
  return body
    .split(/;\s*(?:\n|$)/)
    .map((statement) => statement.replace(/\b(?:NEW|OLD)\.\w+/g, '?').trim())
    .filter((statement) => statement !== '');
}

test('no trigger reads more than the rows that it is about', () => {
  const triggers = site.db.$client
    .prepare<[], Trigger>("select name, sql from sqlite_master where type = 'trigger' order by name")
    .all()
    .filter(({ name }) => !CONCERNS_ALL.includes(name));
  expect(triggers.length).toBeGreaterThan(50);
  const slow = triggers.filter((trigger) =>
    statementsIn(trigger).some((statement) => READS_ALL.test(planOf(site.db, statement))),
  );
  expect(slow.map(({ name }) => name)).toEqual([]);
});

test('what is found again for every post finds its translations by their index', () => {
  const find = () => site.db.transaction(findSecondLanguages);
  const [sql = ''] = statementsOf(site.db, find, /^update/i);
  expect(planOf(site.db, sql)).toMatch(/SEARCH other USING INDEX posts_translations/);
  expect(planOf(site.db, sql)).not.toMatch(/posts_live/);
});
