import { generateRssFeed, type RssFeed } from 'feedsmith';
import { feedPath } from '@/lib/addresses';
import { escapeHtml } from '@/lib/document/escape';
import { localText } from '@/lib/language/languages';
import type { LivePost } from '@/lib/posts/types';
import { creditsOf } from '../credits';
import { changedAt, type Feed } from './feed';
import { entryId, feedContent, feedRendition, postUrl } from './feed-content';
import { printable, withoutBlankLines } from './printable';

/** Renders a feed as RSS 2.0. @see https://www.rssboard.org/rss-profile */
export function renderRss(feed: Feed): string {
  const home = feed.siteUrl + feed.path;
  const self = feed.siteUrl + feedPath(feed.path, 'feed.xml');
  const channel: RssFeed.Feed<Date> = {
    title: feed.title,
    link: home,
    description: feed.description,
    language: feed.language,
    copyright: feed.rights || undefined,
    lastBuildDate: feed.updatedAt > 0 ? new Date(feed.updatedAt) : undefined,
    generator: 'Broadside',
    atom: { links: [{ href: self, rel: 'self', type: 'application/rss+xml' }] },
    items: feed.posts.map((post) => itemOf(post, feed)),
  };
  return withoutBlankLines(generateRssFeed(printable(channel)));
}

function itemOf(post: LivePost, feed: Feed): RssFeed.Item<Date> {
  const description = post.standfirst || post.excerpt;
  return {
    title: post.headline,
    link: postUrl(post, feed.siteUrl),
    description: escapeHtml(description),
    categories: post.topics.map(({ name }) => ({ name: localText(name, post.language) })),
    guid: { value: entryId(post), isPermaLink: false },
    pubDate: new Date(post.publishedAt),
    atom: { updated: new Date(changedAt(post)) },
    dc: {
      creators: creditsOf(post).map(({ name }) => name),
      languages: post.language === feed.language ? undefined : [post.language],
      sources: post.source?.url ? [post.source.url] : undefined,
    },
    content: { encoded: feedContent(post, feed.siteUrl) },
    media: leadMedia(post, feed.siteUrl),
  };
}

function leadMedia({ leadMedia: media }: LivePost, siteUrl: string): RssFeed.Item<Date>['media'] {
  const rendition = media && feedRendition(media, siteUrl);
  if (!rendition) return undefined;
  const { url, mime, widthPx, heightPx, bytes } = rendition;
  return {
    contents: [
      {
        url,
        type: mime,
        medium: 'image',
        width: widthPx,
        height: heightPx,
        fileSize: bytes,
        description: media.alt ? { value: media.alt, type: 'plain' } : undefined,
        credits: media.credit ? [{ value: media.credit }] : undefined,
      },
    ],
  };
}
