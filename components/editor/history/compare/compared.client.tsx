'use client';
import { createContext, useContext } from 'react';
import type { ComparedText } from '@/components/editor/ground/compare-types';
import type { Choice } from '@/lib/compare/merge-writings';
import type { Place } from '@/lib/compare/types';
import type { MediaFacts } from '@/lib/document/media-facts';
import type { DeskStrings } from '@/lib/language/strings';

/** Context for every row of a comparison. */
interface Compared {
  left: ComparedText;
  right: ComparedText;
  media: ReadonlyMap<string, MediaFacts>;
  isSideBySide: boolean;
  /** Null when there is nothing to choose. */
  choosing: { choices: ReadonlyMap<string, Choice>; choose: (rowId: string, choice: Choice) => void } | null;
}

const ComparedContext = createContext<Compared | null>(null);
export const ComparedProvider = ComparedContext.Provider;

/** Returns the comparison that contains a row. */
export function useCompared(): Compared {
  const compared = useContext(ComparedContext);
  if (!compared) throw new Error('A row stands within a comparison.');
  return compared;
}

type Words = DeskStrings['history'];

const PLACES: Record<Place, keyof Words> = {
  headline: 'placeHeadline',
  standfirst: 'placeStandfirst',
  body: 'placeBody',
  byline: 'placeByline',
  topicIds: 'placeTopics',
  leadMediaId: 'placeLeadPicture',
  leadWords: 'placeLeadWords',
  source: 'placeSource',
  seoTitle: 'placeSearchTitle',
  seoDescription: 'placeSearchDescription',
};

/** Returns the label of a field of a text. */
export function placeLabel(place: Place, words: Words): string {
  return words[PLACES[place]];
}

const FIELDS: Record<string, keyof Words> = {
  alt: 'fieldAlt',
  caption: 'fieldCaption',
  credit: 'fieldCredit',
  isWide: 'fieldIsWide',
  title: 'fieldTitle',
  text: 'fieldText',
  url: 'fieldUrl',
  site: 'fieldSite',
  transcript: 'fieldTranscript',
  publication: 'fieldPublication',
  authors: 'fieldAuthors',
  publishedOn: 'fieldPublishedOn',
  agency: 'fieldAgency',
  rights: 'fieldRights',
};

/** Returns the label of a field of a block or a source; an unknown field is shown by its own name. */
export function fieldLabel(field: string, words: Words): string {
  const key = FIELDS[field];
  return key ? words[key] : field;
}
