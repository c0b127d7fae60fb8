import { afterEach, beforeEach, expect, test } from 'vitest';
import { OPERATOR } from '@/lib/actor';
import { backUp, backupFolder, lastBackupAt } from '@/lib/backup/last-backup';
import { requireValue } from '@/lib/errors';
import { bodyOf, buildPost } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { findDraft } from './admin-queries';
import { saveDraft } from './commands/save-draft';
import { listAttention, listOpenDrafts } from './dashboard';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

test('drafts are listed with their first words and length, most recently edited first', () => {
  buildPost(site.db, { status: 'draft', headline: 'Older', now: 1, text: 'One two' });
  buildPost(site.db, { status: 'draft', headline: 'Newer', now: 2, text: 'One two three' });
  buildPost(site.db, { headline: 'Live' });
  expect(listOpenDrafts(site.db, 5)).toMatchObject([
    { headline: 'Newer', firstWords: 'One two three', wordCount: 3 },
    { headline: 'Older', wordCount: 2 },
  ]);
});

test('a live post whose draft differs needs attention; one without changes does not', () => {
  buildPost(site.db, { headline: 'As it is' });
  const { postId, version } = buildPost(site.db, { headline: 'Changed' });
  const writing = { ...findDraft(site.db, postId), body: bodyOf('Something else.') };
  requireValue(saveDraft(site.db, { postId, version, writing }, { actor: OPERATOR, now: 5 }));
  expect(listAttention(site.db, 5)).toMatchObject([
    { id: postId, hasUnpublishedChanges: true, missingAlts: 0 },
  ]);
});

test('the last backup is shown with its time', async () => {
  expect(lastBackupAt(site.db)).toBeNull();
  const folder = backupFolder(`${site.dataDir}/data`, 7000);
  requireValue(await backUp(site.db, { dataDir: site.dataDir, folder }, { actor: OPERATOR, now: 7000 }));
  expect(lastBackupAt(site.db)).toBe(7000);
});
