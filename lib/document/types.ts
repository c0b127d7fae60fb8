import type { Body } from '@/db/column-types';

export type { Body, BodyMark, BodyNode } from '@/db/column-types';

/** A body with one empty paragraph, as a new draft has. */
export function emptyBody(): Body {
  return { type: 'doc', content: [{ type: 'paragraph' }] };
}
