import type { Writing } from '@/lib/posts/types';
import { lineOf } from './lines';
import type { Lexicon } from './tokens';
import type { Line, Place } from './types';

/** The names behind ids. */
export interface Names {
  topic: (topicId: number) => string;
}

type FieldPlace = Exclude<Place, 'body'>;
type LinesOfField = (writing: Writing, lexicon: Lexicon, names: Names) => Line[];

const line = (text: string, lexicon: Lexicon, field = ''): Line[] =>
  text ? [lineOf({ role: field ? 'field' : 'paragraph', field, tokens: lexicon.words(text) })] : [];

/** How each field of a text, except the body, is split into lines. */
export const FIELD_LINES: Record<FieldPlace, LinesOfField> = {
  headline: ({ headline }, lexicon) => line(headline, lexicon),
  standfirst: ({ standfirst }, lexicon) => line(standfirst, lexicon),
  leadMediaId: ({ leadMediaId }) => (leadMediaId ? [lineOf({ role: 'picture', mediaId: leadMediaId })] : []),
  leadWords: ({ leadWords }, lexicon) =>
    Object.entries(leadWords).flatMap(([field, text]) => line(text, lexicon, field)),
  byline: ({ byline }, lexicon) => byline.flatMap(({ name }) => line(name, lexicon)),
  topicIds: ({ topicIds }, lexicon, names) => topicIds.flatMap((id) => line(names.topic(id), lexicon)),
  source: ({ source }, lexicon) => {
    if (!source) return [];
    const { authors, ...others } = source;
    const said = { ...others, authors: authors.join(', ') };
    return Object.entries(said).flatMap(([field, text]) => line(text, lexicon, field));
  },
  seoTitle: ({ seoTitle }, lexicon) => line(seoTitle, lexicon),
  seoDescription: ({ seoDescription }, lexicon) => line(seoDescription, lexicon),
};
