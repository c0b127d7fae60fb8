import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Standfirst } from '@/components/reader/article/standfirst';
import { decodedSlug, pagePath, topicPath } from '@/lib/addresses';
import { feedLinks } from '@/lib/formats/feeds/discovery';
import { findTopic } from '@/lib/labels/topics';
import { localText } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import { findMediaFacts } from '@/lib/media/queries';
import { database } from '@/lib/next/database';
import { ListPage } from '../../list-page';
import { metadataOf, pageNumber } from '../../page-metadata';
import { requestSite } from '../../request-site';

/** Read once per request, for the page and its metadata. */
const requestTopic = cache((slug: string) => findTopic(database(), slug));

interface Address {
  slug: string;
  n?: string;
}

/** Renders one page of the topic's posts. */
export function TopicPage(address: Address) {
  const { topic, path, language } = requireTopic(address);
  const page = pageNumber(address.n);
  const description = localText(topic.description, language);
  return (
    <ListPage
      kicker={stringsFor(language).topic}
      heading={localText(topic.name, language)}
      media={pictureOf(topic.mediaId)}
      filter={{ topicId: topic.id }}
      rail={{ topicSlug: topic.slug }}
      ownTopic={topic.slug}
      page={page}
      hrefOf={(to) => pagePath(path, to)}
    >
      {description && <Standfirst className="mt-2">{description}</Standfirst>}
    </ListPage>
  );
}

/** Builds the metadata of a page of the topic's posts. */
export function topicMetadata(address: Address): Metadata {
  const { topic, path, language, site, only } = requireTopic(address);
  const page = pageNumber(address.n);
  const name = localText(topic.name, language);
  return metadataOf({
    title: `${name} – ${localText(site.name, language)}`,
    description: localText(topic.description, language),
    path: pagePath(path, page),
    siteName: localText(site.name, language),
    feeds: feedLinks({ kind: 'topic', slug: topic.slug, only }, name),
  });
}

function requireTopic(address: Address) {
  const topic = requestTopic(decodedSlug(address.slug)) ?? notFound();
  return { ...requestSite(), topic, path: topicPath(topic.slug) };
}

function pictureOf(mediaId: string | null) {
  return mediaId ? findMediaFacts(database(), [mediaId]).get(mediaId) : null;
}
