import type { ImageObject, NewsArticle, OpinionNewsArticle } from 'schema-dts';
import { authorPath, mediaPath, postPath } from '@/lib/addresses';
import type { MediaFacts } from '@/lib/document/media-facts';
import { localText } from '@/lib/language/languages';
import type { PostSeries } from '@/lib/posts/neighbours';
import type { Correction, LivePost, Source } from '@/lib/posts/types';
import { type Credit, creditsOf, creditsOfSource } from '../credits';
import { seriesThing } from './series';

/** The address and the name of the publication, in the language of the page. */
export interface Publisher {
  siteName: string;
  /** Without a trailing slash. */
  siteUrl: string;
  /** The address of the licence of its own texts. */
  licenceUrl?: string;
}

/** What both kinds of article may contain; schema.org gives them the same properties. */
type Facts = Omit<Exclude<OpinionNewsArticle, string>, '@type'>;

/**
 * Builds the structured data of a post: an opinion of ours, or an article based on another publication's. The
 * types are schema.org's own definitions, so that the compiler refuses unknown properties.
 * @param picturePath of the sharing picture of a post without a lead picture.
 * @param series that the post is a part of.
 * @see https://schema.org/OpinionNewsArticle
 */
export function articleData(
  post: LivePost,
  publisher: Publisher,
  picturePath: string,
  series: PostSeries | null = null,
): Exclude<NewsArticle | OpinionNewsArticle, string> {
  const facts = { ...factsOf(post, publisher, picturePath), ...partOf(series, post, publisher.siteUrl) };
  return post.source ? { '@type': 'NewsArticle', ...facts } : { '@type': 'OpinionNewsArticle', ...facts };
}

function factsOf(post: LivePost, publisher: Publisher, picturePath: string): Facts {
  const { source } = post;
  const url = publisher.siteUrl + postPath(post.slug);
  return {
    '@id': `${url}#article`,
    headline: post.headline,
    description: post.standfirst || post.excerpt || undefined,
    url,
    mainEntityOfPage: url,
    inLanguage: post.language,
    datePublished: instant(post.publishedAt),
    dateModified: instant(Math.max(post.updatedAt, post.publishedAt)),
    wordCount: post.wordCount || undefined,
    isAccessibleForFree: true,
    // Posts from elsewhere keep the terms of their source, and others can be kept out of the licence.
    license: source || post.republishing === 'no' ? undefined : publisher.licenceUrl,
    articleSection: post.topics.map(({ name }) => localText(name, post.language)),
    author: creditsOf(post).map((credit) => creditData(credit, publisher.siteUrl)),
    publisher: publisherData(publisher),
    image: post.leadMedia ? pictureData(post.leadMedia, publisher.siteUrl) : publisher.siteUrl + picturePath,
    ...(source && sourceData(source, publisher.siteUrl)),
    correction: post.corrections.length ? post.corrections.map(correctionData) : undefined,
  };
}

function partOf(series: PostSeries | null, { language }: LivePost, siteUrl: string): Facts {
  if (!series) return {};
  const { slug, name, at } = series;
  return { isPartOf: seriesThing({ slug, name: localText(name, language) }, siteUrl), position: at + 1 };
}

/** Describes the publication as an organisation. */
export function publisherData({ siteName, siteUrl }: Publisher) {
  return {
    '@type': 'NewsMediaOrganization',
    '@id': `${siteUrl}/#publisher`,
    name: siteName,
    url: `${siteUrl}/`,
    logo: `${siteUrl}/icon-512.png`,
  } as const;
}

/** Describes a person or an organisation to whom a text is credited. */
function creditData({ name, slug, isOrganisation }: Credit, siteUrl: string) {
  const facts = { name, url: slug ? siteUrl + authorPath(slug) : undefined };
  return isOrganisation
    ? ({ '@type': 'Organization', ...facts } as const)
    : ({ '@type': 'Person', ...facts } as const);
}

function pictureData(media: MediaFacts, siteUrl: string): Exclude<ImageObject, string> | undefined {
  const picture = media.renditions.findLast(({ mime }) => !/avif|webp/.test(mime)) ?? media.renditions.at(-1);
  return (
    picture && {
      '@type': 'ImageObject',
      url: siteUrl + mediaPath(media.id, picture.file),
      width: { '@type': 'QuantitativeValue', value: picture.widthPx, unitCode: 'E37' },
      height: { '@type': 'QuantitativeValue', value: picture.heightPx, unitCode: 'E37' },
      caption: media.caption || undefined,
      creditText: media.credit || undefined,
    }
  );
}

/** Describes the source of a republished post. */
function sourceData(source: Source, siteUrl: string): Facts {
  const publication = source.publication || source.agency;
  const credits = creditsOfSource(source);
  return {
    isBasedOn: {
      '@type': 'NewsArticle',
      url: /^https?:/i.test(source.url) ? source.url : undefined,
      datePublished: source.publishedOn || undefined,
      author: credits.length ? credits.map((credit) => creditData(credit, siteUrl)) : undefined,
      publisher: publication ? { '@type': 'Organization', name: publication } : undefined,
    },
    creditText: [source.publication, source.agency].filter(Boolean).join(' / ') || undefined,
    copyrightNotice: source.rights || undefined,
  };
}

function correctionData({ note, publishedAt }: Correction) {
  return { '@type': 'CorrectionComment', text: note, datePublished: instant(publishedAt) } as const;
}

function instant(at: number): string {
  return new Date(at).toISOString();
}
