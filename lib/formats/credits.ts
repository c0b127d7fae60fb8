import type { LivePost, Source } from '@/lib/posts/types';

/** A person or an organisation to whom a post is credited. */
export interface Credit {
  name: string;
  /** Of the author's page here; null when there is none. */
  slug: string | null;
  isOrganisation: boolean;
}

/**
 * Lists to whom a post is credited, for programs: those in its byline, or for a republished post without one the
 * authors of the original, or else the agency or the publication that it comes from.
 */
export function creditsOf({ byline, source }: Pick<LivePost, 'byline' | 'source'>): Credit[] {
  if (byline.length > 0)
    return byline.map(({ name, slug, isOrganisation = false }) => ({
      name,
      slug,
      isOrganisation: isOrganisation || isOwnName(name, source),
    }));
  return source ? creditsOfSource(source) : [];
}

/** Lists to whom the original of a republished post is credited. */
export function creditsOfSource(source: Source): Credit[] {
  if (source.authors.length > 0)
    return source.authors.map((name) => ({ name, slug: null, isOrganisation: isOwnName(name, source) }));
  const organisation = source.agency || source.publication;
  return organisation ? [{ name: organisation, slug: null, isOrganisation: true }] : [];
}

/** Whether a name is that of the agency or the publication itself, as where “Reuters” is printed as the author. */
function isOwnName(name: string, source: Source | null): boolean {
  const plain = (words: string) => words.trim().toLowerCase();
  return source !== null && [source.agency, source.publication].some((own) => plain(own) === plain(name));
}
