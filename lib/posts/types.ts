import type { Source } from '@/db/column-types';
import type { drafts, posts, REPUBLISHING, WRITTEN_COLUMNS } from '@/db/schema';
import type { MediaFacts } from '@/lib/document/media-facts';
import type { LanguageCode, LocalText } from '@/lib/language/languages';
import type { PostStatus } from '@/lib/visibility';

export type { BylineEntry, Source } from '@/db/column-types';
export type { PostStatus } from '@/lib/visibility';

export type Republishing = (typeof REPUBLISHING)[number];

export type PostKind = 'post' | 'page';

/** A printed name with the page of its author. */
export interface Byline {
  name: string;
  /** Null when the author was deleted since. */
  slug: string | null;
  /** The author's description, in the languages in which it was written. */
  biography: LocalText;
  /** True for an agency or an editorial board. */
  isOrganisation?: boolean;
  /** The author's picture, or null. */
  portrait?: MediaFacts | null;
}

export interface TopicLink {
  slug: string;
  name: LocalText;
}

/** What a list shows of a live post: never the body. Instants are epoch ms. */
export interface PostSummary {
  id: number;
  slug: string;
  kind: PostKind;
  language: LanguageCode;
  headline: string;
  standfirst: string;
  excerpt: string;
  byline: Byline[];
  publishedAt: number;
  updatedAt: number;
  /** When its words last changed after readers had it, or null. */
  revisedAt: number | null;
  wordCount: number;
  leadMedia: MediaFacts | null;
  /** The first of its topics that exists, or null. */
  topic: TopicLink | null;
  /** When it was last corrected publicly, or null. */
  correctedAt: number | null;
  /** Where a republished piece comes from, or null for an original one. */
  source: Source | null;
  /** Its listed versions in other languages. */
  translations: { language: LanguageCode; slug: string }[];
}

export interface Correction {
  id: number;
  note: string;
  publishedAt: number;
}

/** A version of a post in another language. */
export interface Translation {
  slug: string;
  language: LanguageCode;
  headline: string;
}

/** A post as its own page and the feeds show it. */
export interface LivePost extends PostSummary, Pick<Writing, 'body' | 'seoTitle' | 'seoDescription'> {
  /** True when the post is unlisted: readers can open it, but nothing links to it. */
  isUnlisted: boolean;
  seriesId: number | null;
  /** Orders the parts of a series; the number shown to readers counts only live ones. */
  seriesPart: number | null;
  /** Whether others may publish it: `site` as the licence of the publication's texts says. */
  republishing: Republishing;
  feedId: string;
  bodyHtml: string;
  topics: TopicLink[];
  corrections: Correction[];
  translations: Translation[];
}

/** The fields that an author writes; a draft, a revision and a restore point have them. */
export type Writing = Pick<typeof drafts.$inferSelect, keyof typeof WRITTEN_COLUMNS>;

/**
 * Identifies one save: the line of writing (one editor, and the tabs that take over from each other) and how
 * many changes it had seen. Within a line a higher sequence contains everything of a lower one.
 */
export interface SaveMark {
  line: string;
  sequence: number;
}

/** A special place on the front page: at the top, or among the editor's picks. */
export type FrontPlace = NonNullable<(typeof posts.$inferSelect)['frontPlace']>;

/** A post as the editor opens it. */
export interface PostDraft extends Writing {
  postId: number;
  version: number;
  /** The save that made this version; null when something other than an editor's save did. */
  savedAs: SaveMark | null;
  draftUpdatedAt: number;
  slug: string;
  language: LanguageCode;
  kind: PostKind;
  status: PostStatus;
  publishedAt: number | null;
  scheduledAt: number | null;
  republishing: Republishing;
  /** True when the draft differs from what readers see (or will see, when scheduled). */
  hasUnpublishedChanges: boolean;
  translations: { postId: number; language: LanguageCode; headline: string }[];
  /** Its special place on the front page, and until when it is pinned there (epoch ms). */
  frontPlace: FrontPlace | null;
  frontUntil: number | null;
  isSample: boolean;
  /** How many words it should have, or null. */
  wordGoal: number | null;
}

/** What may change about a post while its editor is open: by the clock, in another tab, or by someone else. */
export type PostState = Pick<
  PostDraft,
  'status' | 'slug' | 'publishedAt' | 'scheduledAt' | 'hasUnpublishedChanges'
>;
