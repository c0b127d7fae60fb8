import type { Metadata } from 'next';
import { authorPath, postPath } from '@/lib/addresses';
import { feedLinks, feedPlaceIn } from '@/lib/formats/feeds/discovery';
import { sharedImage } from '@/lib/formats/sharing-picture/shared-image';
import { localText } from '@/lib/language/languages';
import type { LivePost } from '@/lib/posts/types';
import type { Site } from '@/lib/settings/site';
import { metadataOf } from './page-metadata';

/** Builds the metadata of a post; a republished post names its source as the canonical address. */
export function postMetadata(site: Site, post: LivePost): Metadata {
  const siteName = localText(site.name, post.language);
  const others = post.translations.map(({ language, slug }) => [language, postPath(slug)]);
  return metadataOf({
    title: `${post.seoTitle || post.headline} – ${siteName}`,
    cardTitle: post.seoTitle || post.headline,
    description: post.seoDescription || post.standfirst || post.excerpt,
    path: postPath(post.slug),
    siteName,
    feeds: feedLinks(feedPlaceIn(post.language, site), siteName),
    languages: others.length
      ? Object.fromEntries([[post.language, postPath(post.slug)], ...others])
      : undefined,
    canonical: post.source?.url || undefined,
    language: post.language,
    image: sharedImage(post, site),
    isUnlisted: post.isUnlisted,
    article: post.kind === 'post' ? articleOf(post) : undefined,
  });
}

function articleOf({ publishedAt, updatedAt, byline, topics, language }: LivePost) {
  return {
    publishedAt,
    updatedAt: Math.max(publishedAt, updatedAt),
    authors: byline.flatMap(({ slug }) => (slug ? [authorPath(slug)] : [])),
    section: topics[0] && localText(topics[0].name, language),
  };
}
