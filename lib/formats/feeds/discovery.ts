import { editionPath, placePath } from '@/lib/addresses';
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
  const path = feedPath(place);
  return [
    { href: `${path}/feed.xml`, type: 'application/rss+xml', title: `${title} (RSS)`, form: 'RSS' },
    { href: `${path}/atom.xml`, type: 'application/atom+xml', title: `${title} (Atom)`, form: 'Atom' },
    { href: `${path}/feed.json`, type: 'application/feed+json', title: `${title} (JSON)`, form: 'JSON' },
  ];
}

/** Returns the path of a place's feeds; empty for the whole site's. */
function feedPath(place: FeedPlace): string {
  if (place.kind === 'site') return '';
  return place.kind === 'edition' ? editionPath(place.slug) : placePath(`${place.kind}s`, place.slug);
}
