import type {
  AboutPage,
  BreadcrumbList,
  CollectionPage,
  ContactPage,
  ProfilePage,
  WebPage,
  WebSite,
} from 'schema-dts';
import { postPath } from '@/lib/addresses';
import type { LivePost } from '@/lib/posts/types';
import { type Publisher, publisherData } from './article';

/** A page on the path from the front page to the current one. */
export interface Crumb {
  name: string;
  /** The percent-encoded path. */
  path: string;
}

/** Describes the path to a page, the front page first. @see https://schema.org/BreadcrumbList */
export function breadcrumbData(crumbs: Crumb[], siteUrl: string): Exclude<BreadcrumbList, string> {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: siteUrl + path,
    })),
  };
}

/** Describes the publication, for its front page. @see https://schema.org/WebSite */
export function siteData(publisher: Publisher, tagline: string, language: string): Exclude<WebSite, string> {
  return {
    '@type': 'WebSite',
    '@id': `${publisher.siteUrl}/#site`,
    url: `${publisher.siteUrl}/`,
    name: publisher.siteName,
    description: tagline || undefined,
    inLanguage: language,
    publisher: publisherData(publisher),
  };
}

/** Describes an author, for the author's page. @see https://schema.org/ProfilePage */
export function authorData(author: {
  name: string;
  biography: string;
  url: string;
  isOrganisation: boolean;
}): Exclude<ProfilePage, string> {
  const { name, biography, url } = author;
  const facts = { name, url, description: biography || undefined };
  return {
    '@type': 'ProfilePage',
    url,
    mainEntity: author.isOrganisation
      ? { '@type': 'Organization', '@id': `${url}#organisation`, ...facts }
      : { '@type': 'Person', '@id': `${url}#person`, ...facts },
  };
}

/** A page that lists posts. */
interface ListedPage {
  name: string;
  /** The percent-encoded path. */
  path: string;
  language: string;
  /** In the order in which the page lists them. */
  posts: { slug: string }[];
}

/** Describes a page that lists posts, with their addresses in its order. @see https://schema.org/CollectionPage */
export function collectionData(
  { name, path, language, posts }: ListedPage,
  siteUrl: string,
): Exclude<CollectionPage, string> {
  return {
    '@type': 'CollectionPage',
    url: siteUrl + path,
    name,
    inLanguage: language,
    isPartOf: { '@id': `${siteUrl}/#site` },
    mainEntity: {
      '@type': 'ItemList',
      itemListElement: posts.map(({ slug }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        url: siteUrl + postPath(slug),
      })),
    },
  };
}

/** The slugs by which publications call their page about themselves and the one about reaching them. */
const ABOUT = /^(?:about|អំពី)/;
const CONTACT = /^(?:contact|ទំនាក់ទំនង|ទាក់ទង)/;

/**
 * Describes a fixed page; that about the publication names it as its subject. @see https://schema.org/AboutPage
 */
export function fixedPageData(
  page: Pick<LivePost, 'slug' | 'headline' | 'standfirst' | 'excerpt' | 'language' | 'updatedAt'>,
  publisher: Publisher,
): Exclude<AboutPage | ContactPage | WebPage, string> {
  const facts = {
    url: publisher.siteUrl + postPath(page.slug),
    name: page.headline,
    description: page.standfirst || page.excerpt || undefined,
    inLanguage: page.language,
    dateModified: new Date(page.updatedAt).toISOString(),
    isPartOf: { '@id': `${publisher.siteUrl}/#site` },
    publisher: publisherData(publisher),
  } as const;
  const about = { '@id': publisherData(publisher)['@id'] };
  if (ABOUT.test(page.slug)) return { '@type': 'AboutPage', ...facts, about, mainEntity: about };
  return CONTACT.test(page.slug)
    ? { '@type': 'ContactPage', ...facts, about }
    : { '@type': 'WebPage', ...facts };
}
