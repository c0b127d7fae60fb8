import type { ReactNode } from 'react';
import { FurtherReading } from '@/components/article/further-reading';
import { PostArticle } from '@/components/article/post-article';
import { Share } from '@/components/article/share';
import { StructuredData } from '@/components/article/structured-data';
import { SiteDocument } from '@/components/site/site-document';
import { database } from '@/lib/next/database';
import { findNeighbours } from '@/lib/posts/neighbours';
import type { LivePost } from '@/lib/posts/types';
import { environment } from '@/lib/settings/environment';
import type { Site } from '@/lib/settings/site';
import { postData } from './post-data';

/** The page of one post, live or in preview. */
export function PostPage({ site, post, notice }: { site: Site; post: LivePost; notice?: ReactNode }) {
  return (
    <SiteDocument site={site} language={post.language} translations={post.translations} notice={notice}>
      <PostArticle post={post} dates={site} />
      <Share post={post} siteUrl={environment().siteUrl} />
      {post.kind === 'post' && (
        <FurtherReading neighbours={findNeighbours(database(), post)} language={post.language} />
      )}
      {post.kind === 'post' && <StructuredData things={postData(site, post)} />}
    </SiteDocument>
  );
}
