import type { MediaFacts } from '@/lib/document/media-facts';
import type { LanguageCode } from '@/lib/language/languages';
import type { PostKind, Writing } from '../types';

/** Where in the editor something is that an author should look at. */
export type Place =
  | { in: 'field'; field: 'headline' | 'standfirst' }
  | { in: 'panel'; section: PanelSection }
  /** The way to a node of the body: the index of a child at each level. */
  | { in: 'body'; path: number[] };

/** The parts of the panel that a finding can lead to. */
export type PanelSection = 'byline' | 'topics' | 'leadPicture' | 'source' | 'address';

/** What of a source can be missing. */
export type SourcePart = 'publication' | 'url' | 'authors' | 'publishedOn';

/** Everything that the checklist can find. */
export type FindingKind =
  | 'noHeadline'
  | 'longHeadline'
  | 'noStandfirst'
  | 'longStandfirst'
  | 'noText'
  | 'noByline'
  | 'noTopic'
  | 'otherLanguage'
  | 'sourceIncomplete'
  | 'noLeadAlt'
  | 'noAlt'
  | 'noCaption'
  | 'noCredit'
  | 'noTranscript'
  | 'emptyFootnote'
  | 'longParagraph'
  | 'brokenLink';

/** One thing that the author should know before readers get the text. */
export interface Finding {
  kind: FindingKind;
  /** True when it cannot be published like this; otherwise it is the author's choice. */
  isMust: boolean;
  /** Every place of it, in the order of the text. */
  places: [Place, ...Place[]];
  /** What of the source is missing. */
  missing?: SourcePart[];
}

/** A text of a post as the checks see it. */
export type CheckedText = Pick<
  Writing,
  'headline' | 'standfirst' | 'body' | 'byline' | 'topicIds' | 'leadMediaId' | 'leadWords' | 'source'
>;

/** What the checks must know beside the text. */
export interface TextSurroundings {
  language: LanguageCode;
  kind: PostKind;
  /** Whether the publication has topics at all. */
  hasTopics: boolean;
  /** What the library says of a picture. */
  findMedia: (mediaId: string) => Pick<MediaFacts, 'alt' | 'caption' | 'credit'> | undefined;
}
