import type { LeadWords } from '@/db/column-types';

export type { LeadWords } from '@/db/column-types';

/** A text that leaves the words to the library. */
export const NO_LEAD_WORDS: LeadWords = { alt: '', caption: '', credit: '' };

/** A lead picture with the words of the text that it leads, each in the place of the library's. */
export function withLeadWords<T extends LeadWords>(media: T, { alt, caption, credit }: LeadWords): T {
  return {
    ...media,
    alt: alt.trim() || media.alt,
    caption: caption.trim() || media.caption,
    credit: credit.trim() || media.credit,
  };
}
