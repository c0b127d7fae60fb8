import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { FeedLink } from '@/lib/formats/feeds/discovery';
import {
  cardOfSite,
  SHARING_HEIGHT_PX,
  SHARING_WIDTH_PX,
  sharingPictureUrl,
} from '@/lib/formats/sharing-picture/card';
import type { SharedImage } from '@/lib/formats/sharing-picture/shared-image';
import { LANGUAGES, type LanguageCode, localText } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import { parsePageNumber } from '@/lib/posts/page-numbers';
import { environment } from '@/lib/settings/environment';
import { pageIcons } from '@/lib/settings/site-pictures';
import { requestSite } from './request-site';

/** Times are epoch ms; author pages are paths from the root. */
interface SharedArticle {
  publishedAt: number;
  updatedAt: number;
  authors: string[];
  section?: string;
}

interface PageHead {
  title: string;
  /** The title on cards, which show the site name separately; defaults to the page title. */
  cardTitle?: string;
  description: string;
  path: string;
  siteName: string;
  feeds?: FeedLink[];
  /** The page in other languages: path by language code. */
  languages?: Record<string, string>;
  /** The canonical address of a republished post. */
  canonical?: string;
  /** The language of the page; defaults to the publication's first. */
  language?: LanguageCode;
  /** The sharing picture; defaults to a generated one with the publication's name. */
  image?: SharedImage;
  /** What cards say about a post besides its headline. */
  article?: SharedArticle;
  /** True for the pages from which the publication can be installed on a phone. */
  isInstallable?: boolean;
  /** True for pages that search engines should not index. */
  isUnlisted?: boolean;
}

/** Builds the metadata of a reader page: title, description, canonical address, feeds, cards. */
export function metadataOf(head: PageHead): Metadata {
  const { siteUrl } = environment();
  const language = head.language ?? requestSite().language;
  const image = head.image ?? siteImage(language);
  const description = head.description || siteDescription(head.siteName, language);
  const absolute = (path: string) => new URL(path, siteUrl).href;
  const types: Record<string, { url: string; title: string }[]> = {};
  for (const { href, type, title } of head.feeds ?? []) types[type] = [{ url: absolute(href), title }];
  return {
    title: head.title,
    description,
    robots: head.isUnlisted ? { index: false } : undefined,
    alternates: {
      canonical: head.canonical ?? absolute(head.path),
      types,
      languages: Object.fromEntries(
        Object.entries(head.languages ?? {}).map(([code, path]) => [code, absolute(path)]),
      ),
    },
    openGraph: {
      title: head.cardTitle ?? head.title,
      description,
      url: absolute(head.path),
      siteName: head.siteName,
      locale: new Intl.Locale(LANGUAGES[language].intlLocale).baseName.replace('-', '_'),
      ...articleOf(head.article, absolute),
      images: [
        {
          url: absolute(image.path),
          width: image.widthPx,
          height: image.heightPx,
          alt: image.alt || undefined,
        },
      ],
    },
    twitter: { card: 'summary_large_image' },
    icons: pageIcons(requestSite().site.icon),
    // Chromium fetches a manifest wherever it is named, so articles do not name it.
    manifest: head.isInstallable ? '/manifest.webmanifest' : undefined,
  };
}

function articleOf(article: SharedArticle | undefined, absolute: (path: string) => string) {
  if (!article) return { type: 'website' as const };
  return {
    type: 'article' as const,
    publishedTime: new Date(article.publishedAt).toISOString(),
    modifiedTime: new Date(article.updatedAt).toISOString(),
    authors: article.authors.map(absolute),
    section: article.section,
  };
}

/** Returns the description of a page that has none of its own. */
function siteDescription(siteName: string, language: LanguageCode): string {
  const tagline = localText(requestSite().site.tagline, language);
  return tagline || stringsFor(language).aboutSite.replace('#', siteName);
}

function siteImage(language: LanguageCode): SharedImage {
  const card = cardOfSite(requestSite().site, language);
  return {
    path: sharingPictureUrl(card, language),
    widthPx: SHARING_WIDTH_PX,
    heightPx: SHARING_HEIGHT_PX,
    alt: card.headline,
  };
}

/** Parses the number in `/page/<n>`; the first page has no such address. */
export function pageNumber(n: string | undefined): number {
  if (n === undefined) return 1;
  return parsePageNumber(n) ?? notFound();
}
