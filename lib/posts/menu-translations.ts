import { and, eq, inArray, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Db } from '@/db/client';
import { posts } from '@/db/schema';
import { decodedSlug, slugInPlainPath } from '@/lib/addresses';
import type { Site } from '@/lib/settings/site';
import { isListedPost } from './visible-posts';

/**
 * Adds to the menu the versions in other languages of the pages that it leads to, so that each language has its own:
 * one statement, and none for a menu of lists.
 */
export function withTranslatedMenu(db: Db, site: Site): Site {
  const slugs = site.navigation.map(({ path }) => slugOf(path)).filter((slug) => slug && !slug.includes('/'));
  if (site.languages.length < 2 || slugs.length === 0) return site;
  const page = alias(posts, 'page');
  const found = db
    .select({ of: page.slug, language: posts.language, slug: posts.slug })
    .from(page)
    .innerJoin(posts, and(eq(posts.translationGroupId, page.translationGroupId), ne(posts.id, page.id)))
    .where(and(inArray(page.slug, slugs), isListedPost))
    .all();
  const navigation = site.navigation.map((item) => ({
    ...item,
    translations: found.filter(({ of }) => of === slugOf(item.path)),
  }));
  return { ...site, navigation };
}

function slugOf(path: string): string {
  return slugInPlainPath(decodedSlug(path));
}
