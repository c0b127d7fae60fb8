import { afterEach, beforeEach, expect, test } from 'vitest';
import { media } from '@/db/schema';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { buildPost } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { rememberWords } from './remember-words';

const NONE = { alt: '', caption: '', credit: '' };
let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

/** Adds a picture with these words to the library. */
function pictureWith(words: typeof NONE): string {
  const facts = {
    originalName: 'a.jpg',
    mime: 'image/jpeg',
    widthPx: 9,
    heightPx: 9,
    bytes: 9,
    renditions: [],
  };
  const row = { id: 'abcdefgh12345678', sha256: 'a', createdAt: 1, ...facts, ...words };
  site.db.insert(media).values(row).run();
  return row.id;
}

const remember = (mediaId: string, words: Partial<typeof NONE>, before: Partial<typeof NONE> = {}) =>
  requireValue(
    rememberWords(
      site.db,
      { mediaId, words: { ...NONE, ...words }, before: { ...NONE, ...before } },
      { actor: OPERATOR, now: 1 },
    ),
  );

test('words of a text are stored where the library has none, and its own words stay', () => {
  const mediaId = pictureWith({ alt: '', caption: 'Of the library', credit: '' });
  const kept = remember(mediaId, { alt: ' A boat ', caption: 'Of the text', credit: '' });
  expect(kept).toEqual({ alt: 'A boat', caption: 'Of the library', credit: '' });
  expect(site.db.select().from(media).all()).toMatchObject([kept]);
});

test('later words replace earlier ones from the same place, but never with nothing', () => {
  const mediaId = pictureWith(NONE);
  remember(mediaId, { alt: 'A bo' });
  expect(remember(mediaId, { alt: 'A boat' }, { alt: 'A bo' }).alt).toBe('A boat');
  expect(remember(mediaId, { alt: '' }, { alt: 'A boat' }).alt).toBe('A boat');
  expect(remember(mediaId, { alt: 'Another' }, { alt: 'A bo' }).alt).toBe('A boat');
});

test('the caption of a draft is not shown to readers of another post with the same lead picture', () => {
  const mediaId = pictureWith(NONE);
  buildPost(site.db, { leadMediaId: mediaId });
  expect(remember(mediaId, { alt: 'A boat', caption: 'Not yet public' })).toEqual({ ...NONE, alt: 'A boat' });
});
