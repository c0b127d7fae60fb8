import type { LeadWords } from '@/db/column-types';

export type { LeadWords } from '@/db/column-types';

/** No words of its own: the library's words are used. */
export const NO_LEAD_WORDS: LeadWords = { alt: '', caption: '', credit: '' };

/** Returns a lead picture with the text's own words, each replacing the library's. */
export function withLeadWords<T extends LeadWords>(media: T, { alt, caption, credit }: LeadWords): T {
  return {
    ...media,
    alt: alt.trim() || media.alt,
    caption: caption.trim() || media.caption,
    credit: credit.trim() || media.credit,
  };
}
