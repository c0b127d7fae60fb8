import { editionPath, type FeedFile, feedPath, placePath } from '@/lib/addresses';
import type { FeedPlace } from './feed';

/** A `<link rel="alternate">` of a page. */
export interface FeedLink {
  href: string;
  type: string;
  title: string;
  /** The name of the format. */
  form: 'RSS' | 'Atom' | 'JSON';
}

/**
 * Lists the links by which programs find the feeds of a page, preferred first.
 * @param title what the feed contains, such as the publication's or the topic's name.
 */
export function feedLinks(place: FeedPlace, title: string): FeedLink[] {
  const path = pageOf(place);
  const linkTo = (file: FeedFile, type: string, form: FeedLink['form']) => ({
    href: feedPath(path, file),
    type,
    title: `${title} (${form})`,
    form,
  });
  return [
    linkTo('feed.xml', 'application/rss+xml', 'RSS'),
    linkTo('atom.xml', 'application/atom+xml', 'Atom'),
    linkTo('feed.json', 'application/feed+json', 'JSON'),
  ];
}

/** The first segment of the paths of each kind of place. */
export const FOLDERS = { topic: 'topics', author: 'authors', series: 'series' } as const;

/** Returns the path of the page that lists the posts of a place. */
function pageOf(place: FeedPlace): string {
  if (place.kind === 'site') return '/';
  return place.kind === 'edition' ? editionPath(place.slug) : placePath(FOLDERS[place.kind], place.slug);
}
