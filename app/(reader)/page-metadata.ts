import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { FeedLink } from '@/lib/feeds/discovery';
import { environment } from '@/lib/settings/environment';

interface PageHead {
  title: string;
  description: string;
  path: string;
  siteName: string;
  feeds?: FeedLink[];
  /** Where the page is in other languages: path by language code. */
  languages?: Record<string, string>;
  /** Where search engines should send people instead, for a republished piece. */
  canonical?: string;
  /** The path of a picture for cards in chats and networks. */
  image?: string;
  isArticle?: boolean;
  /** True for pages that search engines should pass by. */
  isUnlisted?: boolean;
}

/** The head of a reader page: title, description, canonical, feeds, cards. */
export function metadataOf(head: PageHead): Metadata {
  const { siteUrl } = environment();
  const absolute = (path: string) => new URL(path, siteUrl).href;
  const types: Record<string, { url: string; title: string }[]> = {};
  for (const { href, type, title } of head.feeds ?? []) types[type] = [{ url: absolute(href), title }];
  return {
    title: head.title,
    description: head.description || undefined,
    robots: head.isUnlisted ? { index: false } : undefined,
    alternates: {
      canonical: head.canonical ?? absolute(head.path),
      types,
      languages: Object.fromEntries(
        Object.entries(head.languages ?? {}).map(([code, path]) => [code, absolute(path)]),
      ),
    },
    openGraph: {
      title: head.title,
      description: head.description || undefined,
      url: absolute(head.path),
      siteName: head.siteName,
      type: head.isArticle ? 'article' : 'website',
      images: head.image ? [absolute(head.image)] : undefined,
    },
    twitter: { card: head.image ? 'summary_large_image' : 'summary' },
    icons: { icon: '/icon.svg', apple: '/apple-touch-icon.png' },
  };
}

/** The number in `/page/<n>`; the first page has no such address. */
export function pageNumber(n: string | undefined): number {
  if (n === undefined) return 1;
  if (!/^[1-9]\d{0,5}$/.test(n) || n === '1') notFound();
  return Number(n);
}
