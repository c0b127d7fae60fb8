import { localText } from '@/lib/language/languages';
import type { LivePost } from '@/lib/posts/types';
import { licenceOf } from '@/lib/settings/licences';
import type { Site } from '@/lib/settings/site';
import { citationsOf } from './citations';
import {
  canonicalLine,
  isRepublishable,
  type ReuseLicence,
  republishedHtml,
  republishedText,
} from './republished';

/** Returns the public licence of the publication's own texts, or null. */
export function licenceOfSite(site: Site): ReuseLicence | null {
  return licenceOf(site.licence);
}

/** Returns what the page about reusing a post shows: its texts to copy, if others may publish it, and citations. */
export function reuseOf(post: LivePost, site: Site, siteUrl: string) {
  const publisher = { siteName: localText(site.name, post.language), siteUrl };
  // The licence of our own texts is not that of a piece from elsewhere, even where its rights allow publishing it.
  const licence = post.source ? null : licenceOfSite(site);
  const origin = { publisher, licence, dates: site };
  return {
    siteName: publisher.siteName,
    licence,
    copies: isRepublishable(post, licence)
      ? {
          canonical: canonicalLine(post, publisher),
          html: republishedHtml(post, origin),
          text: republishedText(post, origin),
        }
      : null,
    isFromElsewhere: post.source !== null,
    citations: citationsOf(post, publisher, site),
  };
}
