import type { Db } from '@/db/client';

/** A kind of reader page: the name of its sheet, and the address of an example. */
export interface KindOfPage {
  name: string;
  path: string;
}

/** Returns every kind of page of a publication with samples. */
export function kindsOfPages(db: Db): KindOfPage[] {
  const posts = db.$client
    .prepare(
      "select slug, language, published_month as month from posts where status = 'published' order by id",
    )
    .all() as { slug: string; language: string; month: string }[];
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
