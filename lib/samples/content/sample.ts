import type { Source } from '@/db/column-types';
import type { Body } from '@/lib/document/types';
import type { LanguageCode, LocalText } from '@/lib/language/languages';
import type { LeadWords } from '@/lib/media/lead-words';
import type { PostKind } from '@/lib/posts/types';
import type { PictureName } from '../pictures/pictures';
import type { FigureWords } from './nodes';

/** Returns the picture of that name as a figure, with its own words or the given ones. */
export type Picture = (name: PictureName, words?: Partial<Omit<FigureWords, 'mediaId'>>) => FigureWords;

/** A sample post before its authors, topics and pictures have ids. */
export interface SamplePost {
  /** Also the name that translations refer to. */
  slug: string;
  language: LanguageCode;
  kind: PostKind;
  daysAgo: number;
  headline: string;
  standfirst: string;
  /** Keys of `sampleAuthors`, in printed order. */
  authors: string[];
  /** Keys of `sampleTopics`. */
  topics: string[];
  lead: PictureName | null;
  /** Set when the picture's own words are in another language. */
  leadWords?: Partial<LeadWords>;
  /** `publishedOn` is `daysBefore` days before the sample's own first day. */
  source?: Omit<Source, 'publishedOn'> & { daysBefore: number };
  translationOf?: string;
  /** Key of `sampleSeries`; its parts are in the order of `samplePosts`. */
  series?: string;
  /** A correction, this number of days after publication. */
  correction?: { note: string; daysLater: number };
  seoDescription?: string;
  body: (picture: Picture) => Body;
}

/** A fictional person, a topic or a series, in the languages of the publication. */
export interface SampleWords {
  name: LocalText;
  words: LocalText;
}
