import { type AtomFeed, generateAtomFeed } from 'feedsmith';
import { authorPath, feedPath } from '@/lib/addresses';
import { localText } from '@/lib/language/languages';
import type { LivePost } from '@/lib/posts/types';
import { creditsOf } from '../credits';
import { changedAt, type Feed } from './feed';
import { entryId, feedContent, feedRendition, postUrl } from './feed-content';
import { printable, withoutBlankLines } from './printable';

/** Renders a feed as Atom. @see https://www.rfc-editor.org/rfc/rfc4287 */
export function renderAtom(feed: Feed): string {
  const home = feed.siteUrl + feed.path;
  const self = feed.siteUrl + feedPath(feed.path, 'atom.xml');
  const atom: AtomFeed.Feed<Date> = {
    id: self,
    title: { value: feed.title, type: 'text' },
    subtitle: { value: feed.description, type: 'text' },
    updated: new Date(feed.updatedAt),
    generator: { text: 'Broadside' },
    icon: `${feed.siteUrl}/icon-192.png`,
    rights: feed.rights ? { value: feed.rights, type: 'text' } : undefined,
    links: [
      { href: self, rel: 'self', type: 'application/atom+xml' },
      { href: home, rel: 'alternate', type: 'text/html', hreflang: feed.language },
    ],
    // An entry without an author is valid only in a feed that has one.
    authors: [{ name: feed.title }],
    entries: feed.posts.map((post) => entryOf(post, feed)),
    xml: { lang: feed.language },
  };
  return withoutBlankLines(generateAtomFeed(printable(atom)));
}

function entryOf(post: LivePost, { siteUrl }: Feed): AtomFeed.Entry<Date> {
  const summary = post.standfirst || post.excerpt;
  return {
    id: entryId(post),
    title: { value: post.headline, type: 'text' },
    links: [
      { href: postUrl(post, siteUrl), rel: 'alternate', type: 'text/html', hreflang: post.language },
      ...(post.source?.url ? [{ href: post.source.url, rel: 'via', title: post.source.publication }] : []),
      ...enclosure(post, siteUrl),
    ],
    published: new Date(post.publishedAt),
    updated: new Date(changedAt(post)),
    authors: creditsOf(post).map(({ name, slug }) => ({
      name,
      uri: slug === null ? undefined : siteUrl + authorPath(slug),
    })),
    categories: post.topics.map(({ slug, name }) => ({ term: slug, label: localText(name, post.language) })),
    summary: summary ? { value: summary, type: 'text' } : undefined,
    content: { value: feedContent(post, siteUrl), type: 'html' },
    xml: { lang: post.language },
  };
}

function enclosure({ leadMedia }: LivePost, siteUrl: string): AtomFeed.Link<Date>[] {
  const picture = leadMedia && feedRendition(leadMedia, siteUrl);
  return picture ? [{ href: picture.url, rel: 'enclosure', type: picture.mime, length: picture.bytes }] : [];
}
