import { expect, test } from 'vitest';
import { filterOf, PostFilter, queryOf } from './post-filter';

test('a filter goes into an address and comes back', () => {
  const filter = {
    status: 'draft',
    language: 'km',
    topicId: 3,
    q: 'ស្ពាន & river',
    from: '2026-01-02',
  } as const;
  expect(filterOf(queryOf(filter))).toMatchObject(filter);
});

test('the order in which an address says things makes no other view', () => {
  expect(queryOf(filterOf('language=km&status=draft'))).toBe(queryOf(filterOf('status=draft&language=km')));
});

test('what is not understood counts as not said', () => {
  const parsed = PostFilter.parse({ status: 'lost', topicId: 'x', from: 'yesterday', sort: '; drop' });
  expect(queryOf(parsed)).toBe('');
});
