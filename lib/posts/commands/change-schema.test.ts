import { expect, test } from 'vitest';
import { Change, Changes, MAX_POSTS_AT_ONCE } from './change-posts';

const isChange = (change: object) => Change.safeParse(change).success;
const ones = (length: number) => Array(length).fill(1);
const postIds = [1];

test.each([
  ...['bin', 'restore', 'withdraw'].map((kind) => ({ kind, postIds })),
  ...['published', 'unlisted'].map((status) => ({ kind: 'bringBack', postIds, status })),
  ...['addTopic', 'removeTopic'].map((kind) => ({ kind, postIds, topicId: 1 })),
  { kind: 'setAuthor', postIds, authorId: 1 },
  { kind: 'setLabels', postIds, labels: { live: { topicIds: [1], byline: [{ authorId: 1, name: 'A' }] } } },
])('$kind is a change', (change) => {
  expect(isChange(change)).toBe(true);
  expect(isChange({ ...change, postIds: [1.5] })).toBe(false);
});

test.each([
  { kind: 'delete', postIds },
  { kind: '', postIds },
  { kind: '', postIds, status: 'published' },
  { kind: '', postIds, topicId: 1 },
  { kind: 'bringBack', postIds, status: 'draft' },
  { kind: 'bringBack', postIds, status: '' },
  { kind: 'addTopic', postIds, topicId: 1.5 },
  { kind: 'setAuthor', postIds, authorId: 1.5 },
])('$kind is not a change', (change) => expect(isChange(change)).toBe(false));

const setsLabels = (topicIds: number[], byline: object[]) =>
  isChange({ kind: 'setLabels', postIds, labels: { draft: { topicIds, byline } } });
const named = (name: string, authorId = 1) => ({ authorId, name });

test('at most 1,000 posts are changed at once, with at most 1,000 changes in a request', () => {
  expect(MAX_POSTS_AT_ONCE).toBe(1000);
  const bin = { kind: 'bin', postIds };
  expect([1000, 1001].map((length) => isChange({ kind: 'bin', postIds: ones(length) }))).toEqual([
    true,
    false,
  ]);
  expect(
    [1000, 1001].map((length) => Changes.safeParse({ changes: Array(length).fill(bin) }).success),
  ).toEqual([...[true, false]]);
});

test('labels have the limits of a draft', () => {
  expect([setsLabels(ones(30), []), setsLabels(ones(31), []), setsLabels([1.5], [])]).toEqual([
    true,
    false,
    false,
  ]);
  const byline = (length: number) => setsLabels([], Array(length).fill(named('A')));
  expect([byline(30), byline(31), setsLabels([], [named('A', 1.5)])]).toEqual([true, false, false]);
  const name = (length: number) => setsLabels([], [named('x'.repeat(length))]);
  expect([name(200), name(201)]).toEqual([true, false]);
});
