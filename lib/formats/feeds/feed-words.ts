import type { LanguageCode } from '@/lib/language/languages';

/** The few texts that feeds add to a post, in the post's language. */
interface FeedWords {
  firstPublishedIn: string;
  by: string;
  correction: string;
}

/** The texts of notes in feeds, by language. */
export const FEED_WORDS: Record<LanguageCode, FeedWords> = {
  en: { firstPublishedIn: 'First published in', by: 'by', correction: 'Correction' },
  km: { firstPublishedIn: 'ចុះផ្សាយដំបូងក្នុង', by: 'ដោយ', correction: 'ការកែតម្រូវ' },
};
