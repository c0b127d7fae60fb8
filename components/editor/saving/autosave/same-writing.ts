import { canonical } from '@/lib/compare/canonical';
import type { Writing } from '@/lib/posts/types';

/** Whether two texts are equal, regardless of the order of their keys. */
export function isSameWriting(one: Writing, other: Writing): boolean {
  return canonical(one) === canonical(other);
}
