import { afterEach, beforeEach, expect, test } from 'vitest';
import { previewLinks } from '@/db/schema';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { buildPost } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { binPost, restoreFromBin } from '../commands/bin-post';
import {
  createPreviewLink,
  findPreviewed,
  listAllPreviewLinks,
  listPreviewLinks,
  revokePreviewLink,
  revokePreviewLinks,
} from './preview-links';

const DAY_MS = 24 * 60 * 60 * 1000;

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const at = (now: number) => ({ actor: OPERATOR, now });

function build() {
  const { postId } = buildPost(site.db, { status: 'draft' });
  const { token } = requireValue(createPreviewLink(site.db, { postId, days: 1 }, at(1000)));
  return { postId, token };
}

test('a link opens its post until it expires', () => {
  const { postId, token } = build();
  expect(findPreviewed(site.db, token, 1000 + DAY_MS - 1)).toEqual({ postId, expiresAt: 1000 + DAY_MS });
  expect(findPreviewed(site.db, token, 1000 + DAY_MS)).toBeNull();
  expect(findPreviewed(site.db, `${token}x`, 1000)).toBeNull();
});

test('the database keeps nothing that opens it', () => {
  const { token } = build();
  const kept = JSON.stringify(site.db.select().from(previewLinks).all());
  expect(kept).not.toContain(token);
  expect(findPreviewed(site.db, site.db.select().from(previewLinks).get()?.tokenHash ?? '', 1000)).toBeNull();
});

test('revoking ends a link at once and leaves the others', () => {
  const { postId, token } = build();
  const other = requireValue(createPreviewLink(site.db, { postId, days: 30 }, at(2000))).token;
  const [newest, oldest] = listPreviewLinks(site.db, postId, 3000);
  expect(newest?.expiresAt).toBe(2000 + 30 * DAY_MS);
  const revoke = { postId, id: oldest?.id ?? '' };
  expect(revokePreviewLink(site.db, { ...revoke, postId: postId + 1 }, at(3000)).ok).toBe(false);
  expect(revokePreviewLink(site.db, revoke, at(3000)).ok).toBe(true);
  expect(revokePreviewLink(site.db, revoke, at(3000))).toMatchObject({ ok: false, code: 'not_found' });
  expect(findPreviewed(site.db, token, 3000)).toBeNull();
  expect(findPreviewed(site.db, other, 3000)?.postId).toBe(postId);
});

test('a post in the bin is shown to nobody, and gets no links', () => {
  const { postId, token } = build();
  requireValue(binPost(site.db, { postId }, at(2000)));
  expect(findPreviewed(site.db, token, 3000)).toBeNull();
  expect(createPreviewLink(site.db, { postId, days: 7 }, at(3000))).toMatchObject({ code: 'conflict' });
  requireValue(restoreFromBin(site.db, { postId }, at(4000)));
  expect(findPreviewed(site.db, token, 5000)?.postId).toBe(postId);
});

test('expired links are not listed', () => {
  const { postId } = build();
  expect(listPreviewLinks(site.db, postId, 1000 + DAY_MS)).toEqual([]);
});

test('all links are listed in one place, with their posts, and revoked at once', () => {
  const one = build();
  const two = build();
  requireValue(createPreviewLink(site.db, { postId: two.postId, days: 30 }, at(2000)));
  expect(listAllPreviewLinks(site.db, 3000)).toMatchObject([
    { postId: two.postId, headline: expect.any(String), expiresAt: 2000 + 30 * DAY_MS },
    { expiresAt: 1000 + DAY_MS },
    { expiresAt: 1000 + DAY_MS },
  ]);
  expect(listAllPreviewLinks(site.db, 1000 + DAY_MS)).toHaveLength(1);
  requireValue(revokePreviewLinks(site.db, {}, at(3000)));
  expect(listAllPreviewLinks(site.db, 3000)).toEqual([]);
  expect(findPreviewed(site.db, one.token, 3000)).toBeNull();
});
