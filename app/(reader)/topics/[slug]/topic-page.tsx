import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { feedLinks } from '@/lib/feeds/discovery';
import { localText, mainLanguage } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import { database } from '@/lib/next/database';
import { readSite } from '@/lib/settings/site';
import { findTopic } from '@/lib/topics/topics';
import { ListPage } from '../../list-page';
import { metadataOf, pageNumber } from '../../page-metadata';
import { slugOf } from '../../slug-of';

interface Address {
  slug: string;
  n?: string;
}

/** One page of the topic's posts. */
export function TopicPage(address: Address) {
  const { topic, path, language } = requireTopic(address);
  const page = pageNumber(address.n);
  const description = localText(topic.description, language);
  return (
    <ListPage
      kicker={stringsFor(language).topics}
      heading={localText(topic.name, language)}
      filter={{ topicId: topic.id }}
      page={page}
      hrefOf={(to) => (to === 1 ? path : `${path}/page/${to}`)}
    >
      {description && <p className="standfirst">{description}</p>}
    </ListPage>
  );
}

/** The head of a page of the topic's posts. */
export function topicMetadata(address: Address): Metadata {
  const { topic, path, language, site } = requireTopic(address);
  const page = pageNumber(address.n);
  const name = localText(topic.name, language);
  return metadataOf({
    title: name,
    description: localText(topic.description, language),
    path: page > 1 ? `${path}/page/${page}` : path,
    siteName: localText(site.name, language),
    feeds: feedLinks({ kind: 'topic', slug: topic.slug }, name),
  });
}

function requireTopic(address: Address) {
  const db = database();
  const site = readSite(db);
  const topic = findTopic(db, slugOf(address)) ?? notFound();
  return { topic, site, language: mainLanguage(site), path: `/topics/${encodeURIComponent(topic.slug)}` };
}
