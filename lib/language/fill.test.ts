import { expect, test } from 'vitest';
import { fill } from './fill';

test('gaps are filled by name, and one without a value stays to be seen', () => {
  expect(fill('{count} of {all} posts, {count} new', { count: 3, all: 9 })).toBe('3 of 9 posts, 3 new');
  expect(fill('{count} posts by {who}', { count: 0 })).toBe('0 posts by {who}');
});
