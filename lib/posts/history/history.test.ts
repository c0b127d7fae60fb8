import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { media, posts, restorePoints } from '@/db/schema';
import { OPERATOR } from '@/lib/actor';
import type { Body } from '@/lib/document/types';
import { requireValue } from '@/lib/errors';
import { bodyOf, buildAuthor, buildPost, buildTopic } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { findDraft } from '../admin-queries';
import { keepDraft, nameRestorePoint } from '../commands/name-restore-point';
import { publishPost } from '../commands/publish-post';
import { restoreDraft } from '../commands/restore-draft';
import { saveDraft } from '../commands/save-draft';
import { emptyWriting } from '../fields';
import { rebuildPosts } from '../rebuild';
import type { Writing } from '../types';
import { findRevisionText, listHistory } from './history';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const MINUTE = 60_000;
const at = (now: number) => ({ actor: OPERATOR, now });
const write = (text: string, others: Partial<Writing> = {}): Writing => ({
  ...emptyWriting(),
  headline: 'A bridge',
  body: bodyOf(text),
  ...others,
});
const draftOf = (postId: number) => {
  const draft = findDraft(site.db, postId);
  if (!draft) throw new Error('no draft');
  return draft;
};
const save = (postId: number, writing: Writing, now: number) =>
  requireValue(saveDraft(site.db, { postId, version: draftOf(postId).version, writing }, at(now)));
const history = (postId: number) => listHistory(site.db, postId);
const textOf = (postId: number, index: number): Body | undefined => {
  const entry = history(postId)[index];
  return entry && findRevisionText(site.db, postId, entry)?.body;
};
const restore = (postId: number, index: number, now: number) => {
  const text = history(postId)[index];
  if (!text) throw new Error('no such text');
  return restoreDraft(site.db, { postId, draftVersion: draftOf(postId).version, text }, at(now));
};
const LONG = 'The town needs a bridge, not a monument. '.repeat(10);

describe('restore points', () => {
  test('are made once in ten minutes of writing, each with a text as it was saved', () => {
    const { postId } = buildPost(site.db, { status: 'draft', text: 'Start', headline: 'A bridge', now: 0 });
    for (let minute = 1; minute <= 35; minute += 1) save(postId, write(`Start ${minute}`), minute * MINUTE);
    const points = history(postId);
    expect(points.map(({ at, reason }) => [at / MINUTE, reason])).toEqual([
      [27, 'writing'],
      [18, 'writing'],
      [9, 'writing'],
    ]);
    expect(textOf(postId, 0)).toEqual(bodyOf('Start 27'));
  });

  test('are made when a session of writing had ended, and before much text is deleted', () => {
    const { postId } = buildPost(site.db, { status: 'draft', text: LONG, headline: 'A bridge', now: 0 });
    save(postId, write(`${LONG}Evening.`), MINUTE);
    save(postId, write(`${LONG}Evening. Morning.`), 600 * MINUTE);
    save(postId, write('All gone.'), 601 * MINUTE);
    expect(history(postId).map(({ reason }) => reason)).toEqual(['change', 'sitting']);
    expect(textOf(postId, 0)).toEqual(bodyOf(`${LONG}Evening. Morning.`));
    expect(textOf(postId, 1)).toEqual(bodyOf(`${LONG}Evening.`));
  });

  test('are not made of a text that a publication keeps anyway', () => {
    const { postId } = buildPost(site.db, { text: LONG, now: 0 });
    save(postId, write('All gone.'), 60 * MINUTE);
    expect(history(postId).map(({ kind, isLive }) => [kind, isLive])).toEqual([['revision', true]]);
  });

  test('are deleted with their post', () => {
    const { postId } = buildPost(site.db, { status: 'draft', text: LONG, now: 0 });
    save(postId, write('Gone.'), MINUTE);
    site.db.delete(posts).where(eq(posts.id, postId)).run();
    expect(site.db.select().from(restorePoints).all()).toEqual([]);
  });

  test('keep a name that was given, and the draft under one', () => {
    const { postId, version } = buildPost(site.db, { status: 'draft', text: LONG, now: 0 });
    requireValue(keepDraft(site.db, { postId, draftVersion: version, name: ' First whole text ' }, at(1)));
    expect(history(postId)[0]).toMatchObject({ name: 'First whole text', reason: 'named' });
    const { id } = history(postId)[0] ?? { id: 0 };
    requireValue(nameRestorePoint(site.db, { postId, restorePointId: id, name: 'Sent to Sok' }, at(2)));
    expect(history(postId)[0]?.name).toBe('Sent to Sok');
    expect(nameRestorePoint(site.db, { postId, restorePointId: 99, name: 'x' }, at(3))).toMatchObject({
      ok: false,
      code: 'not_found',
    });
  });
});

describe('restoring an earlier text', () => {
  test('makes it the draft, leaves the published text alone and keeps the previous draft', () => {
    const { postId, version } = buildPost(site.db, { text: 'Published words', headline: 'A bridge', now: 0 });
    save(postId, write('Later words'), MINUTE);
    const restored = requireValue(restore(postId, 0, 2 * MINUTE));
    expect(restored).toMatchObject({ version: version + 2, leftOut: { pictures: 0, authors: 0, topics: 0 } });
    expect(draftOf(postId)).toMatchObject({ version: version + 2, body: bodyOf('Published words') });
    expect(draftOf(postId).hasUnpublishedChanges).toBe(false);
    expect(textOf(postId, 0)).toEqual(bodyOf('Later words'));
  });

  test('can be undone, and undone again', () => {
    const { postId } = buildPost(site.db, { text: 'Published words', headline: 'A bridge', now: 0 });
    save(postId, write('Later words'), MINUTE);
    requireValue(restore(postId, 0, 2 * MINUTE));
    requireValue(restore(postId, 0, 3 * MINUTE));
    expect(draftOf(postId).body).toEqual(bodyOf('Later words'));
    expect(history(postId).map(({ kind }) => kind)).toContain('restorePoint');
  });

  test('is refused when the draft changed since', () => {
    const { postId } = buildPost(site.db, { text: 'Published words', now: 0 });
    const [text] = history(postId);
    if (!text) throw new Error('no revision');
    const refused = restoreDraft(site.db, { postId, draftVersion: 1, text }, at(1));
    expect(refused).toMatchObject({ ok: false, code: 'conflict' });
  });

  test('leaves the drafts of other posts as they are', () => {
    const { postId } = buildPost(site.db, { text: 'Published words', now: 0 });
    const { postId: other } = buildPost(site.db, { text: 'Of another', now: 0 });
    save(postId, write('Written since'), 1);
    const before = draftOf(other);
    requireValue(restore(postId, history(postId).length - 1, 2));
    expect(draftOf(postId).body).toEqual(bodyOf('Published words'));
    expect(draftOf(other)).toEqual(before);
  });

  test('is refused for a text of another post', () => {
    const one = buildPost(site.db, { now: 0 });
    const other = buildPost(site.db, { now: 0 });
    const [text] = history(other.postId);
    if (!text) throw new Error('no revision');
    const refused = restoreDraft(site.db, { postId: one.postId, draftVersion: one.version, text }, at(1));
    expect(refused).toMatchObject({ ok: false, code: 'not_found' });
  });

  test('leaves out what was deleted since, and says how much', () => {
    addMedia('here1234');
    addMedia('gone1234');
    const { authorId } = buildAuthor(site.db);
    const { topicId } = buildTopic(site.db);
    const figure = (mediaId: string) => ({
      type: 'figure',
      attrs: { mediaId, alt: '', caption: '', credit: '', isWide: false, isDecorative: false },
    });
    const before = write(LONG, {
      body: {
        type: 'doc',
        content: [...(bodyOf(LONG).content ?? []), figure('here1234'), figure('gone1234')],
      },
      byline: [{ authorId, name: 'Dara' }],
      topicIds: [topicId],
      leadMediaId: 'gone1234',
    });
    const { postId } = buildPost(site.db, { status: 'draft', ...before, now: 0 });
    save(postId, write('Short.'), MINUTE);
    site.db.update(restorePoints).set({ leadMediaId: null }).run();
    site.db.delete(media).where(eq(media.id, 'gone1234')).run();
    site.db.$client.prepare('delete from topics').run();
    const { leftOut } = requireValue(restore(postId, 0, 2 * MINUTE));
    expect(leftOut).toEqual({ pictures: 1, authors: 0, topics: 1 });
    expect(draftOf(postId).body.content?.map(({ type }) => type)).toEqual(['paragraph', 'figure']);
    expect(draftOf(postId).byline).toHaveLength(1);
  });

  test('leaves nothing for a rebuild to change', async () => {
    const { postId } = buildPost(site.db, { text: LONG, now: 0 });
    save(postId, write('Short.'), MINUTE);
    requireValue(restore(postId, 0, 2 * MINUTE));
    await rebuildPosts(site.db);
    const uses = () => site.db.$client.prepare('select * from media_uses').all();
    const before = [draftOf(postId), history(postId), uses()];
    await rebuildPosts(site.db);
    expect([draftOf(postId), history(postId), uses()]).toEqual(before);
  });
});

test('a silent revision shows readers no update, and its history says so', () => {
  const { postId } = buildPost(site.db, { text: 'The brigde', now: 0 });
  save(postId, write('The bridge'), MINUTE);
  const publish = (isSilent: boolean, now: number) =>
    requireValue(publishPost(site.db, { postId, draftVersion: draftOf(postId).version, isSilent }, at(now)));
  const revisedAt = () => site.db.select().from(posts).where(eq(posts.id, postId)).get()?.revisedAt;
  publish(true, 2 * MINUTE);
  expect(revisedAt()).toBeNull();
  expect(history(postId)[0]).toMatchObject({ kind: 'revision', isLive: true, isSilent: true });
  save(postId, write('The bridge of the town'), 3 * MINUTE);
  publish(false, 4 * MINUTE);
  expect(revisedAt()).toBe(4 * MINUTE);
  save(postId, write('The bridge of the town.'), 5 * MINUTE);
  publish(true, 6 * MINUTE);
  expect(revisedAt()).toBe(4 * MINUTE);
});

function addMedia(id: string) {
  const facts = { originalName: `${id}.jpg`, mime: 'image/jpeg', widthPx: 10, heightPx: 10, bytes: 10 };
  site.db
    .insert(media)
    .values({ id, sha256: id, ...facts, renditions: [], createdAt: 0 })
    .run();
}
