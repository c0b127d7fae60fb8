import type { Body } from '@/db/column-types';

export type { Body, BodyMark, BodyNode } from '@/db/column-types';

/** Returns a body with one empty paragraph, for a new draft. */
export function emptyBody(): Body {
  return { type: 'doc', content: [{ type: 'paragraph' }] };
}
