import { emptyBody } from '@/lib/document/types';
import { NO_LEAD_WORDS } from '@/lib/media/lead-words';
import type { Writing } from './types';

/*
 * The only list of the fields of a text. The columns of drafts, revisions and restore points
 * (`WRITTEN_COLUMNS`) define the type `Writing`; a field that is missing here, in `WritingSchema` or in the
 * comparison does not compile. All code that copies, compares or stores a text uses this list. Browsers
 * load this module.
 */

/** Returns the fields of a new draft, in the order in which a text is read. */
export function emptyWriting(): Writing {
  return {
    headline: '',
    standfirst: '',
    leadMediaId: null,
    leadWords: NO_LEAD_WORDS,
    byline: [],
    body: emptyBody(),
    topicIds: [],
    source: null,
    seoTitle: '',
    seoDescription: '',
  };
}

export type WrittenField = keyof Writing;

/** Every field of a text, in the order in which a text is read. */
export const WRITTEN_FIELDS: readonly WrittenField[] = writtenFields(emptyWriting());

function writtenFields(writing: Writing): WrittenField[] {
  return Object.keys(writing).filter((key): key is WrittenField => key in writing);
}

/** Returns only the written fields of a draft, a revision or a restore point. */
export function writingOf(text: Writing): Writing {
  const writing = emptyWriting();
  for (const field of WRITTEN_FIELDS) takeField(writing, text, field);
  return writing;
}

/** Copies one field of a text into another. */
export function takeField<F extends WrittenField>(into: Writing, from: Writing, field: F): void {
  into[field] = from[field];
}
