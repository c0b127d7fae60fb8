import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { updateSite } from '@/lib/posts/commands/update-site';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { findMediaUses } from './find-uses';
import { deleteMedia, isUsedOutsidePosts } from './manage-media';
import { listMedia } from './queries';
import { uploadMedia } from './upload-media';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const context = () => ({ actor: OPERATOR, now: 1, mediaDir: site.mediaDir });

test.each(['logoMediaId', 'iconMediaId'])('a picture that is the %s counts as used', async (column) => {
  const bytes = await sharp({ create: { width: 60, height: 60, channels: 3, background: '#00f' } })
    .png()
    .toBuffer();
  const { mediaId } = requireValue(await uploadMedia(site.db, { bytes, originalName: '' }, context()));
  const unused = () => listMedia(site.db, { used: 'none' }).total;
  expect(unused()).toBe(1);
  requireValue(updateSite(site.db, { [column]: mediaId }, context()));
  expect(unused()).toBe(0);
  expect(site.db.transaction((tx) => isUsedOutsidePosts(tx, mediaId))).toBe(true);
  expect(findMediaUses(site.db, mediaId, 'en').uses).toMatchObject([{ kind: 'site', id: 1 }]);
  expect(await deleteMedia(site.db, { mediaId }, context())).toMatchObject({ ok: false, key: 'usedBySite' });
  requireValue(updateSite(site.db, { [column]: null }, context()));
  expect(await deleteMedia(site.db, { mediaId }, context())).toMatchObject({ ok: true });
});
