import { NO_LEAD_WORDS } from '@/lib/media/lead-words';
import type { Writing } from '@/lib/posts/types';

/** A text as this browser kept it; one of an earlier Broadside lacks what came later. */
export function asWriting(kept: Omit<Writing, 'leadWords'> & Partial<Writing>): Writing {
  return { ...kept, leadWords: kept.leadWords ?? NO_LEAD_WORDS };
}

/** A text from the JSON in which it lies in this browser. */
export function readWriting(text: string): Writing {
  return asWriting(JSON.parse(text) as Writing);
}
