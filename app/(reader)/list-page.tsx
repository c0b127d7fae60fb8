import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { Picture } from '@/components/article/picture';
import { PostCard } from '@/components/article/post-card';
import { Pagination } from '@/components/site/pagination';
import { SiteDocument } from '@/components/site/site-document';
import { stringsFor } from '@/lib/language/strings';
import type { MediaFacts } from '@/lib/media/media-facts';
import { database } from '@/lib/next/database';
import type { ListFilter } from '@/lib/posts/live-posts';
import { listPublishedPosts } from '@/lib/posts/queries';
import { requestSite } from './request-site';

const PER_PAGE = 20;

interface Props {
  /** What the list is of, above its heading. */
  kicker: string;
  heading: string;
  /** Shown beside the heading. */
  media?: MediaFacts | null;
  children?: ReactNode;
  filter: ListFilter;
  page: number;
  hrefOf: (page: number) => string;
}

/** A page of live posts: a topic's, an author's, a month's. */
export function ListPage({ kicker, heading, media, children, filter, page, hrefOf }: Props) {
  const db = database();
  const { site, language } = requestSite();
  const { posts, total } = listPublishedPosts(db, { ...filter, page, perPage: PER_PAGE });
  if (page > 1 && posts.length === 0) notFound();
  return (
    <SiteDocument site={site} language={language}>
      <header className="list-head">
        <div>
          <p className="kicker">{kicker}</p>
          <h1>{heading}</h1>
          {children}
        </div>
        {media && (
          <figure className="list-picture">
            <Picture media={media} alt={media.alt} sizes="12rem" isLead />
            {media.credit && <figcaption className="credit">{media.credit}</figcaption>}
          </figure>
        )}
      </header>
      {posts.length === 0 && <p className="empty">{stringsFor(language).nothingYet}</p>}
      <div className="list">
        {posts.map((post) => (
          <PostCard key={post.id} post={post} dates={site} />
        ))}
      </div>
      <Pagination language={language} page={page} pages={Math.ceil(total / PER_PAGE)} hrefOf={hrefOf} />
    </SiteDocument>
  );
}
