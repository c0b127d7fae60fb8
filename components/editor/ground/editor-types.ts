import type { EditActions } from '@/components/desk/pictures/edit-types';
import type { PostRights } from '@/lib/accounts/policies';
import type { MediaFacts } from '@/lib/document/media-facts';
import type { Answer } from '@/lib/errors';
import type { LanguageCode, LocalText } from '@/lib/language/languages';
import type { RevisionReference } from '@/lib/posts/history/history';
import type { PreviewLink } from '@/lib/posts/preview/preview-links';
import type { PostDraft, Republishing, Writing } from '@/lib/posts/types';
import type { MissingReferences } from '@/lib/posts/without-deleted-references';

/** All written fields of a post except the body, which the text editor holds. */
export type Fields = Omit<Writing, 'body'>;

/** The alt text, caption and credit of a picture, as a text or a clipboard provides them. */
export interface PictureWords {
  alt: string;
  caption: string;
  credit: string;
}

/** The person who signed in. */
export interface Person {
  userId: number;
  name: string;
}

/** Opens a session without leaving the page. */
export type SignInAction = (form: FormData) => Promise<Answer<Person>>;

/** A topic or an author that can be chosen. */
export interface LabelledItem {
  id: number;
  name: LocalText;
}

/** A post in another language, which can be chosen as the original of this translation. */
export interface OtherPost {
  id: number;
  headline: string;
  language: LanguageCode;
}

/** The place of a post among the parts in its language, counted from 1; unpublished parts count. */
export interface SeriesPlace {
  seriesId: number;
  part: number;
  parts: number;
}

type PostInput = { postId: number };
type DraftInput = PostInput & { draftVersion: number };
type Action<I, T = unknown> = (input: I) => Promise<Answer<T>>;

/** The server actions of the editor, other than saving; the page passes them. */
export interface PostActions extends EditActions {
  publish: Action<DraftInput & { isSilent?: boolean }>;
  publishUnlisted: Action<DraftInput>;
  publishCorrected: Action<DraftInput & { note: string }>;
  schedule: Action<DraftInput & { from: number | null; at: number }>;
  unschedule: Action<PostInput>;
  createPreviewLink: Action<PostInput & { days: 1 | 7 | 30 }, { token: string }>;
  revokePreviewLink: Action<PostInput & { id: string }>;
  withdraw: Action<PostInput>;
  unlist: Action<PostInput>;
  relist: Action<PostInput>;
  pin: Action<PostInput & { until: number | null }>;
  pick: Action<PostInput>;
  leaveFrontPlace: Action<PostInput>;
  changeSlug: Action<PostInput & { slug: string }>;
  changeLanguage: Action<PostInput & { language: LanguageCode }>;
  linkTranslation: Action<PostInput & { translationOfPostId: number | null }>;
  setRepublishing: Action<PostInput & { republishing: Republishing }>;
  date: Action<PostInput & { publishedAt: number }>;
  correct: Action<PostInput & { note: string }>;
  bin: Action<PostInput>;
  restore: Action<PostInput>;
  purge: Action<PostInput>;
  duplicate: Action<PostInput, { postId: number }>;
  setWritingGoal: Action<PostInput & { goal: number | null }>;
  keepSnippet: Action<{ name: string; language: LanguageCode | null; body: unknown }>;
  saveAsTemplate: Action<PostInput & { name: string }>;
  restoreText: Action<
    DraftInput & { text: RevisionReference },
    { version: number; writing: Writing; leftOut: MissingReferences }
  >;
  keepDraft: Action<DraftInput & { name: string }>;
  nameText: Action<PostInput & { restorePointId: number; name: string }>;
  saveAsNew: Action<{ language: LanguageCode; writing: unknown }, PostInput>;
  signInAgain: SignInAction;
  rememberWords: Action<{ mediaId: string; words: PictureWords; before: PictureWords }, PictureWords>;
  putIntoSeries: Action<PostInput & { seriesId: number; part?: number }>;
  takeOutOfSeries: Action<PostInput>;
  beginSeries: Action<{ name: LocalText }, { seriesId: number }>;
  createTopic: Action<{ name: LocalText }, { topicId: number }>;
  createGuest: Action<{ name: LocalText; biography: LocalText }, { authorId: number }>;
}

/** Props that the page passes to the editor. */
export interface EditorProps {
  draft: PostDraft;
  /** The signed-in account. */
  userId: number;
  /** What that person may do with this post. */
  may: PostRights;
  media: MediaFacts[];
  topics: LabelledItem[];
  authors: LabelledItem[];
  series: LabelledItem[];
  /** The post's place in its series; null when it is in none. */
  seriesPlace: SeriesPlace | null;
  /** Preview links that still work. */
  previewLinks: PreviewLink[];
  languages: LanguageCode[];
  timeZone: string;
  otherPosts: OtherPost[];
  actions: PostActions;
}
