import type { Writing } from '@/lib/posts/types';

/** Whether two texts say the same, whatever the order of their keys. */
export function isSameWriting(one: Writing, other: Writing): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
