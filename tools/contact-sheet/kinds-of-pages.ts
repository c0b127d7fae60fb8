import type { Db } from '@/db/client';

/** A kind of reader page: the name of its sheet, and the address of an example. */
export interface KindOfPage {
  name: string;
  path: string;
}

/** The samples are fewer, and the oldest; later posts look like them. */
const MOST_POSTS = 11;

/** Returns every kind of page of a publication with samples. */
export function kindsOfPages(db: Db): KindOfPage[] {
  const posts = db.$client
    .prepare(
      "select slug, language, published_month as month from posts where status = 'published' order by id limit ?",
    )
    .all(MOST_POSTS) as { slug: string; language: string; month: string }[];
  const month = posts[0]?.month.replace('-', '/') ?? '';
  return [
    { name: 'front-page', path: '/' },
    { name: 'edition-en', path: '/en' },
    { name: 'edition-km', path: '/km' },
    ...posts.map(({ slug, language }, index) => ({
      name: `post-${index + 1}-${language}`,
      path: `/${slug}`,
    })),
    ...posts.slice(0, 2).map(({ slug, language }) => ({ name: `reuse-${language}`, path: `/${slug}/reuse` })),
    { name: 'topics', path: '/topics' },
    { name: 'topic', path: '/topics/river' },
    { name: 'topics-km', path: '/km/topics' },
    { name: 'topic-km', path: '/km/topics/river' },
    { name: 'series-index', path: '/series' },
    { name: 'series', path: '/series/benches' },
    { name: 'text-series', path: '/text/series/benches' },
    { name: 'author', path: '/authors/nita-veasna' },
    { name: 'archive', path: '/archive' },
    { name: 'archive-year', path: `/archive/${month.slice(0, 4)}` },
    { name: 'archive-month', path: `/archive/${month}` },
    { name: 'archive-km', path: '/km/archive' },
    { name: 'search', path: '/search' },
    { name: 'search-found', path: '/search?q=river' },
    { name: 'search-found-km', path: '/search?q=បណ្ណាល័យ' },
    { name: 'search-nothing', path: '/search?q=zebra' },
    { name: 'recordings', path: '/recordings' },
    { name: 'corrections', path: '/corrections' },
    { name: 'feeds', path: '/feeds' },
    { name: 'feed-about', path: '/feeds/about/feed.xml' },
    { name: 'text-front', path: '/text' },
    ...posts.slice(0, 2).map(({ slug, language }) => ({ name: `text-${language}`, path: `/text/${slug}` })),
    { name: 'not-found', path: '/nothing-is-here' },
    { name: 'not-found-km', path: '/km/nothing-is-here' },
  ];
}

/** Returns the pages of `kindsOfPages` that differ in Khmer, and searches with other outcomes. */
export function otherForms(db: Db): KindOfPage[] {
  const month = oldestMonth(db);
  return [
    { name: 'series-index-km', path: '/km/series' },
    { name: 'series-km', path: '/km/series/benches' },
    { name: 'author-km', path: '/km/authors/nita-veasna' },
    { name: 'archive-year-km', path: `/km/archive/${month.slice(0, 4)}` },
    { name: 'archive-month-km', path: `/km/archive/${month.replace('-', '/')}` },
    { name: 'search-respelt', path: '/search?q=libary' },
    {
      name: 'search-long',
      path: `/search?q=${'a long question about the river and the town '.repeat(4).trim()}`,
    },
    { name: 'search-nothing-km', path: '/km/search?q=zebra' },
    { name: 'recordings-km', path: '/km/recordings' },
    { name: 'corrections-km', path: '/km/corrections' },
    { name: 'feeds-km', path: '/km/feeds' },
    { name: 'feed-about-km', path: '/feeds/about/km/feed.xml' },
    { name: 'text-front-km', path: '/text/km' },
  ];
}

function oldestMonth(db: Db): string {
  const oldest = "select min(published_month) from posts where status = 'published'";
  return String(db.$client.prepare(oldest).pluck().get());
}
