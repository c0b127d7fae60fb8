import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { isLaterPage, pathInLanguage } from '@/lib/addresses';
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
  /** The plain path; see `language`. */
  path: string;
  siteName: string;
  feeds?: FeedLink[];
  /** The page in other languages, where it has no address in each: path by language code. */
  languages?: Record<string, string>;
  /** The canonical address of a republished post. */
  canonical?: string;
  /** The language of a post or an edition. Every other page has its address in each language. */
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
  const { path, language, languages } = placeOf(head);
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
      canonical: head.canonical ?? absolute(path),
      types,
      languages: Object.fromEntries(
        Object.entries(languages).map(([code, other]) => [code, absolute(other)]),
      ),
    },
    openGraph: {
      title: head.cardTitle ?? head.title,
      description,
      url: absolute(path),
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

type Place = Required<Pick<PageHead, 'path' | 'language' | 'languages'>>;

/** Returns where a page is in its language and in others. The first page of a list is there in each. */
function placeOf({ path, language, languages = {}, isUnlisted }: PageHead): Place {
  if (language) return { path, language, languages };
  const { site, language: asked } = requestSite();
  const inLanguage = (code: LanguageCode) => pathInLanguage(path, code, site);
  const isAlone = isUnlisted || site.languages.length < 2 || isLaterPage(path);
  const everywhere = site.languages.map((code) => [code, inLanguage(code)]);
  return {
    path: inLanguage(asked),
    language: asked,
    languages: isAlone ? {} : { ...Object.fromEntries(everywhere), 'x-default': path },
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
