import { createHash } from 'node:crypto';

/*
 * A post that was deleted permanently answers “gone” at its former addresses. Their words are not kept for
 * that, only marks by which they are recognised.
 */

const MARK = 'gone:';

/** Returns the mark of the address of a deleted post. @param path not percent-encoded. */
export function goneMark(path: string): string {
  return MARK + createHash('sha256').update(path).digest('base64url');
}

/** Whether a stored path is such a mark; addresses begin with a slash. */
export function isGoneMark(stored: string): boolean {
  return stored.startsWith(MARK);
}
