import type { BadgeTone } from '@/components/desk/ui/badge';
import type { Answer } from '@/lib/errors';
import type { LanguageCode } from '@/lib/language/languages';
import type { BulkResult, Change } from '@/lib/posts/commands/change-posts';
import type { PostStatus } from '@/lib/posts/types';

/** A post as a row shows it, with texts prepared by the page. */
export interface PostRow {
  id: number;
  headline: string;
  language: LanguageCode;
  status: PostStatus;
  /** Such as “Draft”, “Sample”, “Unpublished changes”. */
  badges: { words: string; tone: BadgeTone }[];
  /** Language, byline and date. */
  facts: string[];
  /** Its versions in other languages, at the desk. */
  versions: { href: string; language: LanguageCode; name: string }[];
  /** The public address, if there is one. */
  viewHref: string | null;
}

/** What to change: these posts, or all that match the query of an address. */
export type Target = { postIds: number[] } | { query: string };

/** What can be done to many posts. */
export type BulkAction =
  | { kind: 'bin' | 'restore' | 'withdraw' | 'purge' }
  | { kind: 'addTopic' | 'removeTopic'; topicId: number }
  | { kind: 'setAuthor'; authorId: number };

export interface PostListActions {
  change: (input: { target: Target; action: BulkAction }) => Promise<Answer<BulkResult>>;
  undo: (input: { changes: Change[] }) => Promise<Answer<BulkResult>>;
  duplicate: (input: { postId: number }) => Promise<Answer<{ postId: number }>>;
}

/** A topic or an author to choose, in the language of the admin. */
export interface Choice {
  id: number;
  name: string;
}
