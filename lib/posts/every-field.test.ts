import { getTableColumns } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { drafts, media, restorePoints, revisions, WRITTEN_COLUMNS } from '@/db/schema';
import { OPERATOR } from '@/lib/actor';
import { compareWritings } from '@/lib/compare/compare-writings';
import { chooseAll, mergeWritings } from '@/lib/compare/merge-writings';
import { requireValue } from '@/lib/errors';
import { searchPosts } from '@/lib/posts/search-posts';
import { bodyOf, buildAuthor, buildPost, buildTopic } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { findDraft } from './admin-queries';
import { duplicatePost } from './commands/duplicate-post';
import { keepDraft } from './commands/name-restore-point';
import { publishPost } from './commands/publish-post';
import { restoreDraft } from './commands/restore-draft';
import { saveDraft } from './commands/save-draft';
import { emptyWriting, WRITTEN_FIELDS, type WrittenField, writingOf } from './fields';
import { findRevisionText, listHistory } from './history/history';
import { listPosts } from './list-posts';
import type { Writing } from './types';

/*
 * A text has many fields, and each part of the program that copies, compares or lists them can miss one.
 * These tests put every field through every such part, and require that each new column is named.
 */

const FIRST: Writing = {
  ...emptyWriting(),
  headline: 'A bridge',
  body: bodyOf('The town needs a bridge.'),
  leadMediaId: 'm1',
};
const SOURCE = { publication: '', url: '', authors: [], publishedOn: '', agency: '', rights: '' };

/** For each field, texts that differ from the first one in that field only. */
const CHANGES: { [Field in keyof Writing]: Writing[Field][] } = {
  headline: ['A monument'],
  standfirst: ['Why we build.'],
  body: [bodyOf('The town needs a monument.')],
  byline: [[{ authorId: 1, name: 'Dara' }], [{ authorId: 1, name: 'D. Sok' }]],
  topicIds: [[1]],
  leadMediaId: [null, 'm2'],
  leadWords: [
    { alt: 'A river', caption: '', credit: '' },
    { alt: '', caption: 'At dusk', credit: '' },
    { alt: '', caption: '', credit: 'Dara' },
  ],
  source: [
    SOURCE,
    { ...SOURCE, publication: 'The Courier' },
    { ...SOURCE, url: 'https://example.org/' },
    { ...SOURCE, authors: ['Dara'] },
    { ...SOURCE, publishedOn: '2022-11-02' },
    { ...SOURCE, agency: 'An agency' },
    { ...SOURCE, rights: 'By permission' },
  ],
  seoTitle: ['Bridge or monument'],
  seoDescription: ['What the town needs.'],
};
const CASES = WRITTEN_FIELDS.flatMap((field) =>
  CHANGES[field].map((value) => [field, { ...FIRST, [field]: value } as Writing] as const),
);

/** Columns of the three tables that an author does not write. */
const NOT_WRITTEN = {
  drafts: ['postId', 'version', 'savedAs', 'indexedVersion', 'updatedAt', 'updatedBy'],
  revisions: ['id', 'postId', 'bodyHtml', 'isSilent', 'createdAt', 'createdBy'],
  restorePoints: ['id', 'postId', 'draftVersion', 'reason', 'name', 'wordCount', 'createdAt', 'createdBy'],
};

/** A word in each field that can hold one, and which search finds the post by it. */
const WORD = 'zebra';
const WORDED: { [Field in WrittenField]: Writing[Field] } = {
  headline: WORD,
  standfirst: WORD,
  body: bodyOf(WORD),
  byline: [{ authorId: 1, name: WORD }],
  topicIds: [],
  leadMediaId: null,
  leadWords: { alt: WORD, caption: WORD, credit: WORD },
  source: { ...SOURCE, publication: WORD, authors: [WORD], agency: WORD, rights: WORD },
  seoTitle: WORD,
  seoDescription: WORD,
};
const FOUND_BY: Partial<Record<WrittenField, { readers: number; authors: number }>> = {
  headline: { readers: 1, authors: 1 },
  standfirst: { readers: 1, authors: 1 },
  body: { readers: 1, authors: 1 },
  byline: { readers: 1, authors: 0 },
};

const context = { actor: OPERATOR, now: 1_000_000 };
const names = { topic: (id: number) => `Topic ${id}` };
let site: TestSite;
beforeEach(() => {
  site = openTestSite();
  buildAuthor(site.db);
  buildTopic(site.db);
  const facts = { originalName: 'p.jpg', mime: 'image/jpeg', widthPx: 10, heightPx: 10, bytes: 10 };
  for (const id of ['m1', 'm2'])
    site.db
      .insert(media)
      .values({ id, sha256: id, ...facts, renditions: [], createdAt: 0 })
      .run();
});
afterEach(() => site.close());

function save(postId: number, version: number, writing: Writing): number {
  return requireValue(saveDraft(site.db, { postId, version, writing }, context)).version;
}

test('every column of a draft, a revision and a restore point is a written field or listed as an exception', () => {
  expect(Object.keys(WRITTEN_COLUMNS).sort()).toEqual([...WRITTEN_FIELDS].sort());
  for (const [name, table] of Object.entries({ drafts, revisions, restorePoints })) {
    const notWritten = NOT_WRITTEN[name as keyof typeof NOT_WRITTEN];
    const written = Object.keys(getTableColumns(table)).filter((column) => !notWritten.includes(column));
    expect(written.sort(), name).toEqual([...WRITTEN_FIELDS].sort());
  }
});

test.each(CASES)('a change of the %s alone is an unpublished change until it is published', (_f, changed) => {
  const { postId, version } = buildPost(site.db, FIRST);
  const isChanged = () => [
    listPosts(site.db, {}).posts[0]?.hasUnpublishedChanges,
    findDraft(site.db, postId)?.hasUnpublishedChanges,
  ];
  expect(isChanged()).toEqual([false, false]);
  const draftVersion = save(postId, version, changed);
  expect(isChanged()).toEqual([true, true]);
  requireValue(publishPost(site.db, { postId, draftVersion }, context));
  expect(isChanged()).toEqual([false, false]);
  save(postId, draftVersion, FIRST);
  expect(isChanged()).toEqual([true, true]);
});

test.each(CASES)('the %s is kept by saving, publishing, naming, restoring and copying', (field, changed) => {
  const { db } = site;
  const { postId, version } = buildPost(db, changed);
  const draftOf = (id: number) => {
    const draft = findDraft(db, id);
    return draft && writingOf(draft);
  };
  expect(draftOf(postId)).toEqual(changed);
  requireValue(keepDraft(db, { postId, draftVersion: version, name: 'Mine' }, context));
  const texts = listHistory(db, postId);
  expect(texts.map(({ kind }) => kind).sort()).toEqual(['restorePoint', 'revision']);
  for (const text of texts) {
    expect(findRevisionText(db, postId, text), text.kind).toEqual(changed);
    const draftVersion = save(postId, findDraft(db, postId)?.version ?? 0, FIRST);
    requireValue(restoreDraft(db, { postId, draftVersion, text }, context));
    expect(draftOf(postId), text.kind).toEqual(changed);
  }
  if (field === 'headline' || field === 'seoTitle') return;
  const copy = requireValue(duplicatePost(db, { postId }, context));
  expect(draftOf(copy.postId)?.[field]).toEqual(changed[field]);
});

test.each(CASES)('two texts that differ in the %s alone are compared and merged by it', (field, changed) => {
  const comparison = compareWritings(FIRST, changed, names);
  const differing = comparison.rows.filter(({ change }) => change !== 'same');
  expect(differing.map(({ place }) => place)).toEqual([field]);
  expect(mergeWritings(comparison, chooseAll(comparison, 'left'))).toEqual(FIRST);
  expect(mergeWritings(comparison, chooseAll(comparison, 'right'))).toEqual(changed);
});

test.each(WRITTEN_FIELDS)('search adds and removes the words of the %s, where it searches them', (field) => {
  const { db } = site;
  const found = () => ({
    readers: searchPosts(db, { q: WORD }).total,
    authors: listPosts(db, { q: WORD }).total,
  });
  const { postId, version } = buildPost(db, FIRST);
  expect(found()).toEqual({ readers: 0, authors: 0 });
  const worded = save(postId, version, { ...FIRST, [field]: WORDED[field] });
  requireValue(publishPost(db, { postId, draftVersion: worded }, context));
  expect(found()).toEqual(FOUND_BY[field] ?? { readers: 0, authors: 0 });
  const draftVersion = save(postId, worded, FIRST);
  requireValue(publishPost(db, { postId, draftVersion }, context));
  expect(found()).toEqual({ readers: 0, authors: 0 });
});
