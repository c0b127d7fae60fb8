import type { LanguageCode } from '@/lib/language/languages';
import type { LivePost } from '@/lib/posts/types';

/** What a feed lists. An edition's slug is its language code; `only` is the language of the posts, if not all. */
export type FeedPlace =
  | { kind: 'site' }
  | { kind: 'edition'; slug: string }
  | { kind: 'topic' | 'author' | 'series'; slug: string; only?: LanguageCode };

/** A feed, independent of its three formats. Times are epoch ms. */
export interface Feed {
  title: string;
  description: string;
  language: LanguageCode;
  siteUrl: string;
  /** The path of the page that lists the same posts: `/topics/law`. */
  path: string;
  /** The terms of the publication's own texts; empty when it says nothing about them. */
  rights: string;
  posts: LivePost[];
  /** The latest change to the feed's content; 0 when it is empty. */
  updatedAt: number;
}

/** Returns when a post's text or its corrections last changed. */
export function changedAt(post: LivePost): number {
  return Math.max(
    post.publishedAt,
    post.updatedAt,
    ...post.corrections.map(({ publishedAt }) => publishedAt),
  );
}
