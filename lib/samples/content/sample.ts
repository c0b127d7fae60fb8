import type { Source } from '@/db/column-types';
import type { Body } from '@/lib/document/types';
import type { LanguageCode, LocalText } from '@/lib/language/languages';
import type { LeadWords } from '@/lib/media/lead-words';
import type { PostKind } from '@/lib/posts/types';
import type { PictureName } from '../pictures/pictures';
import type { FigureWords } from './nodes';

/** Gives the picture of that name as a figure, with its words or others in their place. */
export type Picture = (name: PictureName, words?: Partial<Omit<FigureWords, 'mediaId'>>) => FigureWords;

/** A sample post before its authors, topics and pictures have ids. */
export interface SamplePost {
  /** Also the name by which a translation points here. */
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
  /** Where the picture's own words are of another language. */
  leadWords?: Partial<LeadWords>;
  /** The day printed there is `daysAgo` days before the sample's own first day. */
  source?: Omit<Source, 'publishedOn'> & { daysBefore: number };
  translationOf?: string;
  /** Key of `sampleSeries`; its parts stand in the order of `samplePosts`. */
  series?: string;
  /** What was put right in it, so many days after it appeared. */
  correction?: { note: string; daysLater: number };
  seoDescription?: string;
  body: (picture: Picture) => Body;
}

/** An invented person or matter, in the languages of the publication. */
export interface SampleWords {
  name: LocalText;
  words: LocalText;
}
