import type { ReactNode } from 'react';
import { FurtherReading } from '@/components/reader/article/further-reading';
import { PostArticle } from '@/components/reader/article/post-article';
import { SeriesParts } from '@/components/reader/article/series-notes';
import { Share } from '@/components/reader/article/share';
import { StructuredData } from '@/components/reader/article/structured-data';
import { SiteDocument } from '@/components/reader/site/site-document';
import { database } from '@/lib/next/database';
import { findNeighbours } from '@/lib/posts/neighbours';
import type { LivePost } from '@/lib/posts/types';
import { environment } from '@/lib/settings/environment';
import type { Site } from '@/lib/settings/site';
import { postData } from './post-data';

/** Renders the page of one post, live or in preview. */
export function PostPage({ site, post, notice }: { site: Site; post: LivePost; notice?: ReactNode }) {
  const { language } = post;
  const isPost = post.kind === 'post';
  const neighbours = isPost ? findNeighbours(database(), post) : null;
  const series = neighbours?.series ?? null;
  return (
    <SiteDocument site={site} language={language} translations={post.translations} notice={notice}>
      <PostArticle post={post} series={series} dates={site} />
      {series && <SeriesParts series={series} language={language} dates={site} />}
      <Share post={post} siteUrl={environment().siteUrl} />
      {neighbours && <FurtherReading neighbours={neighbours} language={language} />}
      {isPost && <StructuredData things={postData(site, post, series)} />}
    </SiteDocument>
  );
}
