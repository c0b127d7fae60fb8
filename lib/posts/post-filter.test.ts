import { expect, test } from 'vitest';
import { filterOf, PostFilter, queryOf } from './post-filter';

test('a filter is the same after being written to an address and read back', () => {
  const filter = {
    status: 'draft',
    language: 'km',
    topicId: 3,
    q: 'ស្ពាន & river',
    from: '2026-01-02',
  } as const;
  expect(filterOf(queryOf(filter))).toMatchObject(filter);
});

test('parameters in another order make the same view', () => {
  expect(queryOf(filterOf('language=km&status=draft'))).toBe(queryOf(filterOf('status=draft&language=km')));
});

test('unknown values are treated as absent', () => {
  const parsed = PostFilter.parse({ status: 'lost', topicId: 'x', from: 'yesterday', sort: '; drop' });
  expect(queryOf(parsed)).toBe('');
});
