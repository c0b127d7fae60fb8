import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { drafts, posts, revisions } from '@/db/schema';
import { OPERATOR } from '@/lib/actor';
import { Refusal } from '@/lib/errors';
import { buildPost } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import {
  freezeDraft,
  PROVISIONAL_SLUG,
  requireDraft,
  requireDraftRow,
  requirePost,
  settleSlug,
} from './freeze';

let site: TestSite;
let postId: number;
let version: number;
beforeEach(() => {
  site = openTestSite();
  buildPost(site.db);
  ({ postId, version } = buildPost(site.db, { status: 'draft', headline: 'A bridge', text: 'Words' }));
});
afterEach(() => site.close());

const GONE = new Refusal('not_found', 'postGone');
const rowOf = (id: number) => site.db.select().from(posts).where(eq(posts.id, id)).get();
/** Runs `work` in a transaction and returns its result. */
const within = <T>(work: (tx: Parameters<Parameters<TestSite['db']['transaction']>[0]>[0]) => T) =>
  site.db.transaction(work);

test('a post or draft that does not exist is refused as such', () => {
  expect(() => within((tx) => requirePost(tx, 999))).toThrow(GONE);
  expect(() => within((tx) => requireDraftRow(tx, 999))).toThrow(GONE);
  expect(within((tx) => requirePost(tx, postId)).id).toBe(postId);
  expect(within((tx) => requireDraftRow(tx, postId)).postId).toBe(postId);
});

test('a draft of another version, older or newer, is refused', () => {
  expect(within((tx) => requireDraft(tx, postId, version)).version).toBe(version);
  for (const other of [version - 1, version + 1])
    expect(() => within((tx) => requireDraft(tx, postId, other))).toThrow(
      new Refusal('conflict', 'changedElsewhere'),
    );
});

const freeze = (isSilent?: boolean) =>
  within((tx) => freezeDraft(tx, requireDraftRow(tx, postId), { actor: OPERATOR, now: 50 }, isSilent));

test('a draft becomes a revision with its HTML, announced unless said otherwise', () => {
  const revisionOf = (id: number) => site.db.select().from(revisions).where(eq(revisions.id, id)).get();
  expect(revisionOf(freeze())).toMatchObject({
    ...{
      postId,
      headline: 'A bridge',
      bodyHtml: '<p>Words</p>',
      isSilent: false,
      createdAt: 50,
      createdBy: null,
    },
  });
  expect(revisionOf(freeze(true))?.isSilent).toBe(true);
});

test.each(['', '  '])('a draft with the headline “%s” is not frozen', (headline) => {
  site.db.update(drafts).set({ headline }).where(eq(drafts.postId, postId)).run();
  expect(() => freeze()).toThrow(new Refusal('invalid', 'noHeadline'));
});

test('a draft in the bin is not frozen', () => {
  site.db.update(posts).set({ status: 'binned' }).where(eq(posts.id, postId)).run();
  expect(() => freeze()).toThrow(new Refusal('conflict', 'inBin'));
});

test('a slug that nobody chose comes from the headline, and a chosen one stays', () => {
  const settle = (headline: string) => within((tx) => settleSlug(tx, requirePost(tx, postId), headline));
  expect(rowOf(postId)?.slug.startsWith(PROVISIONAL_SLUG)).toBe(true);
  const others = site.db.select({ slug: posts.slug }).from(posts).all().length;
  settle('A Bridge');
  expect(rowOf(postId)?.slug).toBe('a-bridge');
  settle('Another bridge');
  expect(rowOf(postId)?.slug).toBe('a-bridge');
  expect(
    new Set(
      site.db
        .select({ slug: posts.slug })
        .from(posts)
        .all()
        .map(({ slug }) => slug),
    ).size,
  ).toBe(others);
});
