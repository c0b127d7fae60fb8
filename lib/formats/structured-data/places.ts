import type { BreadcrumbList, ProfilePage, WebSite } from 'schema-dts';
import { type Publisher, publisherData } from './article';

/** A page on the way from the front page to the one at hand. */
export interface Crumb {
  name: string;
  /** From the root, percent-encoded. */
  path: string;
}

/** The way to a page, the front page first. @see https://schema.org/BreadcrumbList */
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

/** The publication, for its front page. @see https://schema.org/WebSite */
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

/** A person who writes, for the author's page. @see https://schema.org/ProfilePage */
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
