import type { LanguageCode } from '@/lib/language/languages';
import type { LivePost } from '@/lib/posts/types';

/** What a feed is of. An edition's slug is its language's code. */
export type FeedPlace = { kind: 'site' } | { kind: 'edition' | 'topic' | 'author'; slug: string };

/** A feed before it takes one of the three forms. Instants are epoch ms. */
export interface Feed {
  title: string;
  description: string;
  language: LanguageCode;
  siteUrl: string;
  /** The page that lists the same posts, from the root: `/topics/law`; empty for the front page. */
  path: string;
  posts: LivePost[];
  /** The newest change to what the feed holds; 0 when it holds nothing. */
  updatedAt: number;
}

/** When a post's text or its corrections last changed. */
export function changedAt(post: LivePost): number {
  return Math.max(
    post.publishedAt,
    post.updatedAt,
    ...post.corrections.map(({ publishedAt }) => publishedAt),
  );
}
