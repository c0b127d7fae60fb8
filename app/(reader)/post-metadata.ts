import type { Metadata } from 'next';
import { feedLinks } from '@/lib/feeds/discovery';
import { localText } from '@/lib/language/languages';
import { mediaUrl } from '@/lib/media/media-facts';
import type { LivePost } from '@/lib/posts/types';
import type { Site } from '@/lib/settings/site';
import { metadataOf } from './page-metadata';

const CARD_WIDTH_PX = 1200;

/** The head of a post's page; a republished piece names its source as the canonical address. */
export function postMetadata(site: Site, post: LivePost): Metadata {
  const siteName = localText(site.name, post.language);
  const others = post.translations.map(({ language, slug }) => [language, pathOf(slug)]);
  return metadataOf({
    title: `${post.seoTitle || post.headline} – ${siteName}`,
    description: post.seoDescription || post.standfirst || post.excerpt,
    path: pathOf(post.slug),
    siteName,
    feeds: feedLinks({ kind: 'site' }, siteName),
    languages: others.length
      ? Object.fromEntries([[post.language, pathOf(post.slug)], ...others])
      : undefined,
    canonical: post.source?.url || undefined,
    image: cardImage(post),
    isArticle: post.kind === 'post',
  });
}

/** Networks that show cards know JPEG and PNG, not always AVIF and WebP. */
function cardImage({ leadMedia }: LivePost): string | undefined {
  const plain = leadMedia?.renditions.filter(({ mime }) => mime === 'image/jpeg' || mime === 'image/png');
  const rendition = plain?.find(({ widthPx }) => widthPx >= CARD_WIDTH_PX) ?? plain?.at(-1);
  return leadMedia && rendition ? mediaUrl(leadMedia.id, rendition.file) : undefined;
}

function pathOf(slug: string): string {
  return `/${encodeURIComponent(slug)}`;
}
