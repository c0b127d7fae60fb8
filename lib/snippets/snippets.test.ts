import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { media, site as siteTable } from '@/db/schema';
import type { Body } from '@/lib/document/types';
import { requireValue } from '@/lib/errors';
import { findMediaUses } from '@/lib/media/find-uses';
import { deleteMedia, isUsedOutsidePosts } from '@/lib/media/manage-media';
import { listMedia } from '@/lib/media/queries';
import { contextAt as at } from '@/tools/testing/actors';
import { mediaRow } from '@/tools/testing/command-table';
import { bodyOf } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { changeSnippet, createSnippet, deleteSnippet, listSnippets } from './snippets';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

function keep(name: string, body: unknown = bodyOf('Yours truly')) {
  return createSnippet(site.db, { name, language: 'en', body }, at(1));
}

const PICTURE = 'abcdefgh12345678';
const withPicture = (mediaId: string): Body => ({
  type: 'doc',
  content: [{ type: 'figure', attrs: { mediaId } }, ...(bodyOf('Words').content ?? [])],
});

test('snippets are listed by name, with what they hold', () => {
  for (const name of ['yours', 'Greeting']) requireValue(keep(name));
  expect(listSnippets(site.db)).toMatchObject([
    { name: 'Greeting', language: 'en', body: bodyOf('Yours truly') },
    { name: 'yours' },
  ]);
});

describe('a snippet is refused', () => {
  const long = bodyOf('a'.repeat(30_000));
  test.each<[string, unknown, string]>([
    ['without words or pictures', bodyOf('\n '), 'snippetEmpty'],
    ['that is too long', long, 'snippetTooLong'],
    ['that is no document', { type: 'paragraph' }, 'textNoDocument'],
    ['with unknown parts', { type: 'doc', content: [{ type: 'script' }] }, 'textUnknownPart'],
  ])('%s', (_how, body, key) => {
    expect(keep('A', body)).toMatchObject({ ok: false, code: 'invalid', key });
    expect(listSnippets(site.db)).toEqual([]);
  });

  test('under a name that is taken, and beyond a hundred', () => {
    for (let n = 1; n <= 99; n += 1) requireValue(keep(`Snippet ${n}`));
    const taken = { code: 'conflict', key: 'snippetNameTaken', values: { name: 'Snippet 2' } };
    expect(keep('Snippet 2')).toMatchObject(taken);
    const renamed = { snippetId: 1, name: 'Snippet 2', language: null };
    expect(changeSnippet(site.db, renamed, at(1))).toMatchObject(taken);
    requireValue(keep('Snippet 100'));
    expect(keep('Snippet 101')).toMatchObject({ key: 'tooManySnippets', values: { count: 100 } });
  });
});

test('its name and language change, and it is deleted once', () => {
  const { snippetId } = requireValue(keep('Greeting'));
  requireValue(changeSnippet(site.db, { snippetId, name: 'Farewell', language: null }, at(1)));
  expect(listSnippets(site.db)).toMatchObject([{ name: 'Farewell', language: null }]);
  requireValue(deleteSnippet(site.db, { snippetId }, at(1)));
  const gone = { code: 'not_found', key: 'snippetGone' };
  expect(deleteSnippet(site.db, { snippetId }, at(1))).toMatchObject(gone);
  expect(changeSnippet(site.db, { snippetId, name: 'A', language: null }, at(1))).toMatchObject(gone);
});

test('a picture in it counts as used until it is deleted; one that is gone is left out', async () => {
  site.db.insert(media).values(mediaRow(PICTURE)).run();
  const { snippetId } = requireValue(keep('Postcard', withPicture(PICTURE)));
  const unused = () => listMedia(site.db, { used: 'none' }).total;
  expect(unused()).toBe(0);
  expect(site.db.transaction((tx) => isUsedOutsidePosts(tx, PICTURE))).toBe(true);
  const uses = [{ kind: 'snippet', id: snippetId, name: 'Postcard' }];
  expect(findMediaUses(site.db, PICTURE, 'en')).toEqual({ uses, morePosts: 0 });
  const context = { ...at(1), mediaDir: site.mediaDir };
  expect(await deleteMedia(site.db, { mediaId: PICTURE }, context)).toMatchObject({ key: 'usedBySnippet' });
  requireValue(deleteSnippet(site.db, { snippetId }, at(1)));
  expect(unused()).toBe(1);
  requireValue(keep('Words alone', withPicture('gonegonegonegone')));
  expect(listSnippets(site.db)).toMatchObject([{ body: bodyOf('Words') }]);
});

test('readers see nothing of it: the content version stays', () => {
  const version = () => site.db.select().from(siteTable).get()?.contentVersion;
  const before = version();
  const { snippetId } = requireValue(keep('Greeting'));
  requireValue(deleteSnippet(site.db, { snippetId }, at(1)));
  expect(version()).toBe(before);
});
