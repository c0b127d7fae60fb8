import { mediaUrl } from '@/lib/media/media-facts';
import type { LivePost } from '@/lib/posts/types';

interface Props {
  post: LivePost;
  siteName: string;
  /** Without a slash at the end. */
  siteUrl: string;
}

/**
 * What search engines read of a post; data, not a script.
 * @see https://schema.org/OpinionNewsArticle
 */
export function StructuredData({ post, siteName, siteUrl }: Props) {
  // A `<` in a headline must not end the element.
  const json = JSON.stringify(articleOf(post, siteName, siteUrl)).replace(/</g, '\\u003c');
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every `<` escaped
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

function articleOf(post: LivePost, siteName: string, siteUrl: string) {
  const { source, leadMedia } = post;
  const picture = leadMedia?.renditions.findLast(({ mime }) => !/avif|webp/.test(mime));
  return {
    '@context': 'https://schema.org',
    '@type': source ? 'NewsArticle' : 'OpinionNewsArticle',
    headline: post.headline,
    description: post.standfirst || post.excerpt,
    inLanguage: post.language,
    datePublished: new Date(post.publishedAt).toISOString(),
    dateModified: new Date(Math.max(post.updatedAt, post.publishedAt)).toISOString(),
    mainEntityOfPage: `${siteUrl}/${encodeURIComponent(post.slug)}`,
    author: post.byline.map(({ name, slug }) => ({
      '@type': 'Person',
      name,
      url: slug ? `${siteUrl}/authors/${encodeURIComponent(slug)}` : undefined,
    })),
    publisher: { '@type': 'Organization', name: siteName, url: siteUrl },
    image: leadMedia && picture ? [siteUrl + mediaUrl(leadMedia.id, picture.file)] : undefined,
    isBasedOn: source?.url || undefined,
    correction: post.corrections.length
      ? post.corrections.map(({ note, publishedAt }) => ({
          '@type': 'CorrectionComment',
          text: note,
          datePublished: new Date(publishedAt).toISOString(),
        }))
      : undefined,
  };
}
