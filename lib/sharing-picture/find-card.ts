import type { Db } from '@/db/client';
import { isLanguageCode, localText } from '@/lib/language/languages';
import { decodedSlug } from '@/lib/posts/decoded-slug';
import { findPublishedPost } from '@/lib/posts/queries';
import { readSite } from '@/lib/settings/site';
import { cardOfPost, cardOfSite, type SharingCard } from './card';

/**
 * The card of a live post, or of the publication in a language, or null.
 * @param slug of the post or the code of the language, as it stands in an address.
 */
export function findSharingCard(db: Db, slug: string): { card: SharingCard; slug: string } | null {
  const site = readSite(db);
  if (isLanguageCode(slug)) return { card: cardOfSite(site, slug), slug };
  const post = findPublishedPost(db, decodedSlug(slug));
  return post && { card: cardOfPost(post, localText(site.name, post.language)), slug: post.slug };
}
