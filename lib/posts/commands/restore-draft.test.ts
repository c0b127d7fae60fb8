import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { restorePoints, revisions } from '@/db/schema';
import { requireValue } from '@/lib/errors';
import { contextAt as at } from '@/tools/testing/actors';
import { bodyOf, buildAuthor, buildPost, buildTopic } from '@/tools/testing/factories';
import { buildUser } from '@/tools/testing/people';
import { rowsOf } from '@/tools/testing/post-rows';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { emptyWriting } from '../fields';
import { keepDraft, nameRestorePoint } from './name-restore-point';
import { restoreDraft } from './restore-draft';
import { saveDraft } from './save-draft';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const { draft } = rowsOf(() => site.db);

describe('earlier texts', () => {
  const point = (id: number) => site.db.select().from(restorePoints).where(eq(restorePoints.id, id)).get();

  test('are kept permanently under a name of 1 to 120 characters', () => {
    const { postId, version } = buildPost(site.db, { status: 'draft', headline: 'H', now: 5 });
    const keep = (name: string, draftVersion = version) =>
      keepDraft(site.db, { postId, draftVersion, name }, at(6));
    expect(keep('  ')).toMatchObject({ ok: false, code: 'invalid', key: 'nameVersion' });
    expect(keep('a', version - 1)).toMatchObject({ ok: false, code: 'conflict' });
    const { restorePointId } = requireValue(keep(` ${'x'.repeat(121)} `));
    expect(point(restorePointId)).toMatchObject({
      postId,
      name: 'x'.repeat(120),
      reason: 'named',
      headline: 'H',
      draftVersion: version,
      createdAt: 5,
    });
    const other = buildPost(site.db);
    const rename = (of: number, id: number, name: string) =>
      nameRestorePoint(site.db, { postId: of, restorePointId: id, name }, at(6));
    expect(rename(other.postId, restorePointId, 'b')).toMatchObject({ ok: false, code: 'not_found' });
    expect(rename(postId, 99, 'b')).toMatchObject({ ok: false, code: 'not_found' });
    expect(point(restorePointId)?.name).toBe('x'.repeat(120));
    requireValue(rename(postId, restorePointId, ' b '));
    expect(point(restorePointId)?.name).toBe('b');
  });

  test('are restored as the draft, without what was deleted since, which is counted', () => {
    const userId = buildUser(site.db);
    const [{ topicId }, { topicId: lostTopic }] = [buildTopic(site.db), buildTopic(site.db)];
    const [{ authorId }, { authorId: lostAuthor }] = [buildAuthor(site.db), buildAuthor(site.db)];
    const byline = [authorId, lostAuthor].map((id) => ({ authorId: id, name: 'N' }));
    const { postId, version } = buildPost(site.db, {
      now: 1,
      headline: 'Old',
      topicIds: [topicId, lostTopic],
      byline,
    });
    const writing = { ...emptyWriting(), headline: 'New', body: bodyOf('New.') };
    requireValue(saveDraft(site.db, { postId, version, writing }, at(5)));
    const figure = (mediaId: string) => ({ type: 'figure', attrs: { mediaId } });
    const body = { type: 'doc' as const, content: [figure('aaaaaaaa'), ...(bodyOf('Old.').content ?? [])] };
    site.db.$client.exec('pragma foreign_keys = off');
    site.db
      .update(revisions)
      .set({ body, leadMediaId: 'bbbbbbbb', leadWords: { alt: 'A', caption: '', credit: '' } })
      .run();
    site.db.$client.exec(
      `delete from topics where id = ${lostTopic}; delete from authors where id = ${lostAuthor}`,
    );
    const text = { kind: 'revision', id: 1 } as const;
    const restore = (draftVersion: number) =>
      restoreDraft(site.db, { postId, draftVersion, text }, at(9, userId));
    expect(restore(version)).toMatchObject({ ok: false, code: 'conflict' });
    const value = requireValue(restore(version + 1));
    expect(value).toMatchObject({ version: version + 2, leftOut: { pictures: 2, authors: 1, topics: 1 } });
    expect(draft(postId)).toMatchObject({
      headline: 'Old',
      version: version + 2,
      topicIds: [topicId],
      byline: [{ authorId, name: 'N' }],
      leadMediaId: null,
      leadWords: { alt: '', caption: '', credit: '' },
      body: bodyOf('Old.'),
      savedAs: null,
      updatedAt: 9,
      updatedBy: userId,
    });
    const kept = site.db.select().from(restorePoints).where(eq(restorePoints.postId, postId)).all();
    expect(kept.map(({ headline }) => headline)).toContain('New');
    const missing = { kind: 'revision', id: 99 } as const;
    expect(restoreDraft(site.db, { postId, draftVersion: version + 2, text: missing }, at(9))).toMatchObject({
      ok: false,
      code: 'not_found',
    });
  });
});
