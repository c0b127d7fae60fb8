import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { posts } from '@/db/schema';
import { contextAt as at } from '@/tools/testing/actors';
import { buildPost } from '@/tools/testing/factories';
import { rowsOf } from '@/tools/testing/post-rows';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { correctPost } from './correct-post';
import { relistPost, unlistPost } from './unlist-post';
import { withdrawPost } from './withdraw-post';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const { post } = rowsOf(() => site.db);

describe('corrections and states', () => {
  test('a correction needs words and a post that readers have', () => {
    const public_ = buildPost(site.db);
    const hidden = buildPost(site.db, { status: 'draft' });
    expect(correctPost(site.db, { postId: public_.postId, note: ' \n' }, at(1))).toMatchObject({
      ok: false,
      code: 'invalid',
    });
    expect(correctPost(site.db, { postId: hidden.postId, note: 'N' }, at(1))).toMatchObject({
      ok: false,
      code: 'invalid',
    });
    expect(correctPost(site.db, { postId: public_.postId, note: ' N ' }, at(1)).ok).toBe(true);
  });

  test.each([
    ['unlist', unlistPost, ['published'], 'unlisted'],
    ['relist', relistPost, ['unlisted'], 'published'],
    ['withdraw', withdrawPost, ['published', 'unlisted'], 'withdrawn'],
  ] as const)('%s requires the right status of a post, and records when', (_name, run, from, to) => {
    for (const status of ['draft', 'scheduled', 'published', 'unlisted', 'withdrawn', 'binned'] as const) {
      const { postId } = buildPost(site.db);
      site.db.update(posts).set({ status }).where(eq(posts.id, postId)).run();
      const outcome = run(site.db, { postId }, at(777));
      if ((from as readonly string[]).includes(status)) {
        expect(outcome).toEqual({ ok: true, value: { postId } });
        expect(post(postId)).toMatchObject({ status: to, updatedAt: 777 });
      } else {
        expect(outcome).toMatchObject({ ok: false, code: 'conflict' });
        expect(post(postId)?.status).toBe(status);
      }
    }
  });
});
