import { emptyWriting } from '@/lib/posts/fields';
import type { Writing } from '@/lib/posts/types';

/** Completes a text stored in this browser; one from an earlier Broadside lacks later fields. */
export function toWriting(kept: Partial<Writing>): Writing {
  return { ...emptyWriting(), ...kept };
}

/** Parses a text from the JSON stored in this browser. */
export function readWriting(text: string): Writing {
  return toWriting(JSON.parse(text));
}
