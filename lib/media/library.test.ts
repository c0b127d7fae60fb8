import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Db } from '@/db/client';
import { jobs, media } from '@/db/schema';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { publishPost } from '@/lib/posts/commands/publish-post';
import { saveDraft } from '@/lib/posts/commands/save-draft';
import { emptyWriting } from '@/lib/posts/fields';
import { findPublishedPost } from '@/lib/posts/queries';
import { startPublicationJobs } from '@/lib/serving/publication-jobs';
import { buildPost } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { findMediaUses } from './find-uses';
import { NO_LEAD_WORDS } from './lead-words';
import { deleteMedia, describeMedia, forgetFileName } from './manage-media';
import { usesWithoutAlt } from './missing-alts';
import { findMediaFacts, listMedia } from './queries';
import { renderTextsWith } from './render-texts-with';
import { replaceMedia } from './replace-media';
import { uploadMedia } from './upload-media';

const now = Date.UTC(2026, 3, 5);
let site: TestSite;
let db: Db;

beforeEach(() => {
  site = openTestSite();
  ({ db } = site);
});

afterEach(() => site.close());

const context = () => ({ actor: OPERATOR, now, mediaDir: site.mediaDir });
const plain = (background: string) =>
  sharp({ create: { width: 90, height: 60, channels: 3, background } })
    .jpeg()
    .toBuffer();

async function take(originalName: string, background: string): Promise<string> {
  const bytes = await plain(background);
  return requireValue(await uploadMedia(db, { bytes, originalName }, context())).mediaId;
}

const figure = (mediaId: string, attrs = {}) => ({ type: 'figure', attrs: { mediaId, ...attrs } });
const bodyOf = (...content: object[]) => ({ type: 'doc' as const, content }) as never;
const say = (mediaId: string, words: object) =>
  requireValue(describeMedia(db, { mediaId, alt: '', caption: '', credit: '', ...words }, context()));

test('a search needs every word, in any of a picture’s words, in Khmer with or without word breaks', async () => {
  const river = await take('mekong.jpg', '#123');
  const market = await take('market.jpg', '#456');
  say(river, { caption: 'Boats at rest', credit: 'Sok' });
  say(market, { caption: 'ទីផ្សារ\u200bពេលព្រឹក' });

  const found = (q: string) => listMedia(db, { q }).media.map(({ id }) => id);
  expect(found('sok boats')).toEqual([river]);
  expect(found('sok market')).toEqual([]);
  expect(found('ទីផ្សារពេល')).toEqual([market]);
});

test('the library filters by missing alt text and by use, and sorts', async () => {
  const first = await take('b.jpg', '#111');
  const second = await take('a.jpg', '#222');
  say(first, { alt: 'A door' });
  buildPost(db, { body: bodyOf(figure(second)) });

  const found = (filter: object) => listMedia(db, filter).media.map(({ id }) => id);
  expect(found({ without: 'alt' })).toEqual([second]);
  expect(found({ used: 'none' })).toEqual([first]);
  expect(found({ sort: 'name' })).toEqual([second, first]);
  expect(found({ kind: 'audio' })).toEqual([]);
});

test('uses of a picture are found in drafts, live posts and earlier revisions', async () => {
  const mediaId = await take('a.jpg', '#111');
  const { postId, version } = buildPost(db, { headline: 'With a picture', body: bodyOf(figure(mediaId)) });
  expect(findMediaUses(db, mediaId, 'en').uses).toMatchObject([
    { kind: 'post', id: postId, headline: 'With a picture', inDraft: true, inLive: true, inHistory: false },
  ]);

  const writing = { ...emptyWriting(), headline: 'With a picture', body: bodyOf({ type: 'paragraph' }) };
  const draftVersion = requireValue(saveDraft(db, { postId, version, writing }, context())).version;
  requireValue(publishPost(db, { postId, draftVersion }, context()));
  expect(findMediaUses(db, mediaId, 'en').uses).toMatchObject([
    { inDraft: false, inLive: false, inHistory: true },
  ]);
  expect(await deleteMedia(db, { mediaId }, context())).toMatchObject({
    ok: false,
    key: 'usedByEarlierPost',
    values: { name: 'With a picture', others: 0 },
  });
});

test('a replaced file keeps the id and gets new addresses, also in live posts', async () => {
  const mediaId = await take('a.jpg', '#111');
  say(mediaId, { alt: 'A door', focusX: 10, focusY: 90 });
  const { postId } = buildPost(db, { body: bodyOf(figure(mediaId)) });
  const slug = String(db.$client.prepare('select slug from posts where id = ?').pluck().get(postId));
  const before = findPublishedPost(db, slug)?.bodyHtml ?? '';
  expect(before).toContain(`/media/${mediaId}/90.jpg`);

  const bytes = await plain('#fed');
  requireValue(await replaceMedia(db, { mediaId, bytes, originalName: 'b.jpg' }, context()));

  const after = findPublishedPost(db, slug)?.bodyHtml ?? '';
  expect(after).toContain(`/media/${mediaId}/r2-90.jpg`);
  expect(after).not.toContain(`/media/${mediaId}/90.jpg`);
  expect(after).toContain('alt="A door"');
  expect(readdirSync(join(site.mediaDir, mediaId)).every((file) => file.startsWith('r2-'))).toBe(true);
  expect(findMediaFacts(db, [mediaId]).get(mediaId)).toMatchObject({ alt: 'A door', focusX: 50, focusY: 50 });

  requireValue(
    await replaceMedia(db, { mediaId, bytes: await plain('#abc'), originalName: 'c.jpg' }, context()),
  );
  expect(readdirSync(join(site.mediaDir, mediaId)).every((file) => file.startsWith('r3-'))).toBe(true);
});

test('the hash of the original is recorded with a picture, and again when it is replaced', async () => {
  const mediaId = await take('a.jpg', '#111');
  const isRecorded = () => {
    const master = db.select({ master: media.master }).from(media).get()?.master;
    const bytes = readFileSync(join(site.mediaDir, mediaId, master?.file ?? ''));
    return (
      master?.bytes === bytes.length && master.sha256 === createHash('sha256').update(bytes).digest('hex')
    );
  };
  expect(isRecorded()).toBe(true);
  const bytes = await plain('#fed');
  requireValue(await replaceMedia(db, { mediaId, bytes, originalName: 'b.jpg' }, context()));
  expect(isRecorded()).toBe(true);
});

test('the name of a file can be forgotten, and is in no byte of the database then', async () => {
  const mediaId = await take('meeting-with-a-source.jpg', '#111');
  requireValue(forgetFileName(db, { mediaId }, context()));
  expect(findMediaFacts(db, [mediaId]).get(mediaId)).toBeDefined();
  db.$client.pragma('wal_checkpoint(TRUNCATE)');
  const file = readFileSync(join(site.dataDir, 'broadside.db'));
  expect(file.includes('meeting-with-a-source')).toBe(false);
  expect(forgetFileName(db, { mediaId: 'none' }, context())).toMatchObject({ key: 'pictureGone' });
});

test('a file already in the library replaces nothing, and a damaged one changes nothing', async () => {
  const mediaId = await take('a.jpg', '#111');
  await take('b.jpg', '#222');
  const files = readdirSync(join(site.mediaDir, mediaId));
  const known = { mediaId, bytes: await plain('#222'), originalName: 'b.jpg' };
  expect(await replaceMedia(db, known, context())).toMatchObject({
    code: 'conflict',
    key: 'alreadyInLibrary',
    values: { name: 'b.jpg' },
  });
  const damaged = { mediaId, bytes: known.bytes.subarray(0, 300), originalName: 'c.jpg' };
  expect(await replaceMedia(db, damaged, context())).toMatchObject({ code: 'invalid' });
  expect(readdirSync(join(site.mediaDir, mediaId))).toEqual(files);
});

test('posts with a changed picture are rendered a slice at a time, and a kill leaves the rest to a job', async () => {
  const mediaId = await take('a.jpg', '#111');
  const slugs = ['one', 'two', 'three'];
  for (const slug of slugs) buildPost(db, { slug, body: bodyOf(figure(mediaId)) });
  db.update(media).set({ alt: 'A green door' }).run();
  renderTextsWith(db, { mediaId, after: 0 }, { now: 1, sliceMs: 0 });
  const done = () => slugs.filter((slug) => findPublishedPost(db, slug)?.bodyHtml.includes('A green door'));
  expect(done()).toEqual(['one']);
  const clock = startPublicationJobs(db, {
    edgePurgeUrls: [],
    report: (error) => expect.fail(String(error)),
  });
  await clock.stop(60_000);
  expect(done()).toEqual(slugs);
  expect(db.select().from(jobs).where(eq(jobs.kind, 'renderTexts')).all()).toMatchObject([{ state: 'done' }]);
});

test('new words in the library appear at once where a text has none of its own', async () => {
  const mediaId = await take('a.jpg', '#111');
  const { postId } = buildPost(db, { body: bodyOf(figure(mediaId)) });
  const slug = String(db.$client.prepare('select slug from posts where id = ?').pluck().get(postId));
  say(mediaId, { alt: 'A green door' });
  expect(findPublishedPost(db, slug)?.bodyHtml).toContain('alt="A green door"');
});

test('uses without alt text are counted, the lead picture too, but not decorative ones', () => {
  const gallery = { type: 'gallery', content: [figure('b'), figure('c')] };
  const body = bodyOf(
    figure('a', { alt: 'Said' }),
    gallery,
    figure('d', { isDecorative: true }),
    figure('b'),
  );
  const uses = [
    ['b', 2],
    ['c', 1],
  ];
  expect([...usesWithoutAlt({ body, leadMediaId: null, leadWords: NO_LEAD_WORDS })]).toEqual(uses);
  expect(usesWithoutAlt({ body, leadMediaId: 'c', leadWords: NO_LEAD_WORDS }).get('c')).toBe(2);
  const said = { ...NO_LEAD_WORDS, alt: 'A bridge' };
  expect(usesWithoutAlt({ body, leadMediaId: 'e', leadWords: said }).has('e')).toBe(false);
});
