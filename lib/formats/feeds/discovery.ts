import { editionPath, type FeedFile, feedPath, pathOfEdition, placePath } from '@/lib/addresses';
import type { LanguageCode } from '@/lib/language/languages';
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
  const path = pathOfPlace(place);
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

/** Returns what the feed of the publication has for readers of a language: its main language has everything. */
export function feedPlaceIn(language: LanguageCode, { languages }: { languages: LanguageCode[] }): FeedPlace {
  return languages.indexOf(language) < 1 ? { kind: 'site' } : { kind: 'edition', slug: language };
}

/** Returns the path of the page that lists the posts of a place. */
export function pathOfPlace(place: FeedPlace): string {
  if (place.kind === 'site') return '/';
  if (place.kind === 'edition') return editionPath(place.slug);
  const path = placePath(FOLDERS[place.kind], place.slug);
  return place.only ? pathOfEdition(path, place.only) : path;
}
