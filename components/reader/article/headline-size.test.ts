import { expect, test } from 'vitest';
import { headlineSize } from './headline-size';

test('a headline of more than 70 and of more than 120 letters is smaller; signs are no letters of their own', () => {
  for (const rank of ['large', 'medium', 'listed', 'small', 'smallest'] as const) {
    const sizes = [70, 71, 120, 121, 400].map((length) => headlineSize('កី'.repeat(length), rank));
    const [short, long, stillLong, longest, any] = sizes;
    expect(new Set([short, long, longest]).size).toBe(3);
    expect([stillLong, any]).toEqual([long, longest]);
  }
});
