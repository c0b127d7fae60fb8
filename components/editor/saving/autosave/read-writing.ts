import { emptyWriting } from '@/lib/posts/fields';
import type { Writing } from '@/lib/posts/types';

/** A text as this browser kept it; one of an earlier Broadside lacks what came later. */
export function toWriting(kept: Partial<Writing>): Writing {
  return { ...emptyWriting(), ...kept };
}

/** A text from the JSON in which it lies in this browser. */
export function readWriting(text: string): Writing {
  return toWriting(JSON.parse(text));
}
