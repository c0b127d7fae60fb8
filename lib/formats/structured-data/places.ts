import type { BreadcrumbList, ProfilePage, WebSite } from 'schema-dts';
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
}): Exclude<ProfilePage, string> {
  return {
    '@type': 'ProfilePage',
    url: author.url,
    mainEntity: {
      '@type': 'Person',
      '@id': `${author.url}#person`,
      name: author.name,
      url: author.url,
      description: author.biography || undefined,
    },
  };
}
