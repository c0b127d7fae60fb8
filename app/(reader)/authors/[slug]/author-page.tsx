import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { META_LINK, Meta } from '@/components/reader/article/meta';
import { Standfirst } from '@/components/reader/article/standfirst';
import { StructuredData } from '@/components/reader/article/structured-data';
import { authorPath, decodedSlug, pagePath } from '@/lib/addresses';
import { feedLinks } from '@/lib/formats/feeds/discovery';
import { authorData } from '@/lib/formats/structured-data/places';
import { findAuthor } from '@/lib/labels/authors';
import { localText } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import { findMediaFacts } from '@/lib/media/queries';
import { database } from '@/lib/next/database';
import { environment } from '@/lib/settings/environment';
import { ListPage } from '../../list-page';
import { metadataOf, pageNumber } from '../../page-metadata';
import { requestSite } from '../../request-site';

/** Read once per request, for the page and its metadata. */
const requestAuthor = cache((slug: string) => findAuthor(database(), slug));

interface Address {
  slug: string;
  n?: string;
}

/** Renders one page of the author's posts. */
export function AuthorPage(address: Address) {
  const { author, path, language } = requireAuthor(address);
  const page = pageNumber(address.n);
  const name = localText(author.name, language);
  const biography = localText(author.biography, language);
  const { isOrganisation } = author;
  return (
    <ListPage
      kicker={stringsFor(language).author}
      media={pictureOf(author.mediaId)}
      heading={name}
      filter={{ authorId: author.id }}
      page={page}
      hrefOf={(to) => pagePath(path, to)}
    >
      <StructuredData
        things={[authorData({ name, biography, url: environment().siteUrl + path, isOrganisation })]}
      />
      {biography && <Standfirst className="mt-2">{biography}</Standfirst>}
      {author.links.length > 0 && (
        <Meta title={stringsFor(language).elsewhere}>
          {author.links.map((link) => (
            <a key={link} href={link} rel="me" className={META_LINK}>
              {nameOfLink(link)}
            </a>
          ))}
        </Meta>
      )}
    </ListPage>
  );
}

/** Builds the metadata of a page of the author's posts. */
export function authorMetadata(address: Address): Metadata {
  const { author, path, language, site, only } = requireAuthor(address);
  const page = pageNumber(address.n);
  const name = localText(author.name, language);
  return metadataOf({
    title: `${name} – ${localText(site.name, language)}`,
    description: localText(author.biography, language),
    path: pagePath(path, page),
    siteName: localText(site.name, language),
    feeds: feedLinks({ kind: 'author', slug: author.slug, only }, name),
  });
}

function requireAuthor(address: Address) {
  const author = requestAuthor(decodedSlug(address.slug)) ?? notFound();
  return { ...requestSite(), author, path: authorPath(author.slug) };
}

function pictureOf(mediaId: string | null) {
  return mediaId ? findMediaFacts(database(), [mediaId]).get(mediaId) : null;
}

/** Returns `t.me/name` for `https://t.me/name/`, and the address of a mail link. */
function nameOfLink(link: string): string {
  return link.replace(/^(?:https?:\/\/(?:www\.)?|mailto:)/i, '').replace(/\/$/, '');
}
