import type { MediaFacts } from '@/lib/document/media-facts';
import type { LanguageCode } from '@/lib/language/languages';
import type { PostKind, Writing } from '../types';

/** The place in the editor that a finding refers to. */
export type Place =
  | { in: 'field'; field: 'headline' | 'standfirst' }
  | { in: 'panel'; section: PanelSection }
  /** The path to a node of the body: the index of a child at each level. */
  | { in: 'body'; path: number[] };

/** The parts of the panel that a finding can link to. */
export type PanelSection = 'byline' | 'topics' | 'leadPicture' | 'source' | 'address';

/** The fields of a source that can be missing. */
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

/** One thing to fix or review before publishing. */
export interface Finding {
  kind: FindingKind;
  /** True when the post cannot be published like this; otherwise the author decides. */
  isMust: boolean;
  /** Every place of the finding, in the order of the text. */
  places: [Place, ...Place[]];
  /** The missing fields of the source. */
  missing?: SourcePart[];
}

/** A text of a post as the checks see it. */
export type CheckedText = Pick<
  Writing,
  'headline' | 'standfirst' | 'body' | 'byline' | 'topicIds' | 'leadMediaId' | 'leadWords' | 'source'
>;

/** What the checks need to know besides the text. */
export interface TextSurroundings {
  language: LanguageCode;
  kind: PostKind;
  /** Whether the publication has topics at all. */
  hasTopics: boolean;
  /** The library's data of a picture. */
  findMedia: (mediaId: string) => Pick<MediaFacts, 'alt' | 'caption' | 'credit'> | undefined;
}
