import { generateJsonFeed } from 'feedsmith';
import { authorPath, feedPath } from '@/lib/addresses';
import { localText } from '@/lib/language/languages';
import type { LivePost } from '@/lib/posts/types';
import { creditsOf } from '../credits';
import { changedAt, type Feed } from './feed';
import { entryId, feedContent, feedRendition, postUrl } from './feed-content';
import { printable } from './printable';

/** Renders a feed as JSON Feed 1.1. @see https://www.jsonfeed.org/version/1.1/ */
export function renderJsonFeed(feed: Feed): string {
  const json = generateJsonFeed(
    printable({
      title: feed.title,
      home_page_url: feed.siteUrl + feed.path,
      feed_url: feed.siteUrl + feedPath(feed.path, 'feed.json'),
      description: feed.description,
      language: feed.language,
      icon: `${feed.siteUrl}/icon-512.png`,
      favicon: `${feed.siteUrl}/icon-192.png`,
      items: feed.posts.map((post) => itemOf(post, feed.siteUrl)),
    }),
  );
  // The library omits an empty list, which the specification does not allow.
  return JSON.stringify(Object.assign({ items: [] }, json));
}

function itemOf(post: LivePost, siteUrl: string) {
  const image = post.leadMedia && feedRendition(post.leadMedia, siteUrl);
  return {
    id: entryId(post),
    url: postUrl(post, siteUrl),
    // Of a republished piece, the page that it was first published on.
    external_url: webAddress(post.source?.url),
    title: post.headline,
    content_html: feedContent(post, siteUrl),
    summary: post.standfirst || post.excerpt || undefined,
    image: image?.url,
    date_published: new Date(post.publishedAt),
    date_modified: new Date(changedAt(post)),
    authors: creditsOf(post).map(({ name, slug }) => ({
      name,
      url: slug === null ? undefined : siteUrl + authorPath(slug),
    })),
    tags: post.topics.map(({ name }) => localText(name, post.language)),
    language: post.language,
  };
}

function webAddress(url = ''): string | undefined {
  return /^https?:\/\//i.test(url) ? url : undefined;
}
