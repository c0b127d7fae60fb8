import { notFound } from 'next/navigation';
import { PostCard } from '@/components/reader/article/post-card';
import { StructuredData } from '@/components/reader/article/structured-data';
import { ListRail, WithRail } from '@/components/reader/site/list-rail';
import { Pagination } from '@/components/reader/site/pagination';
import { SiteDocument } from '@/components/reader/site/site-document';
import { LIST } from '@/components/reader/site/styles';
import { collectionData } from '@/lib/formats/structured-data/places';
import { stringsFor } from '@/lib/language/strings';
import { database } from '@/lib/next/database';
import { listRail, type RailRequest } from '@/lib/posts/list-rail';
import type { ListFilter } from '@/lib/posts/listed-posts';
import { POSTS_PER_PAGE } from '@/lib/posts/page-numbers';
import { listPublishedPosts } from '@/lib/posts/queries';
import { environment } from '@/lib/settings/environment';
import { ListHead, type ListHeadProps } from './list-head';
import { requestSite } from './request-site';

interface Props extends ListHeadProps {
  filter: ListFilter;
  /** The slug of the topic that is listed. */
  ownTopic?: string;
  page: number;
  hrefOf: (page: number) => string;
  /** What the rail next to it is about. */
  rail?: Pick<RailRequest, 'topicSlug' | 'year'>;
}

/** Renders a page of live posts: of a topic, an author or a month. */
export function ListPage(props: Props) {
  const { kicker, heading, media, children, filter, ownTopic, page, hrefOf, rail } = props;
  const db = database();
  const { site, language, only } = requestSite();
  const { posts, total } = listPublishedPosts(db, {
    ...filter,
    language: only,
    page,
    perPage: POSTS_PER_PAGE,
  });
  if (page > 1 && posts.length === 0) notFound();
  // The newest posts change with every publication, so only the first page of a list has them.
  const shown = page === 1 ? posts.map(({ slug }) => slug) : null;
  const around = listRail(db, { ...rail, shown, language: only });
  return (
    <SiteDocument site={site} language={language}>
      <ListHead kicker={kicker} heading={heading} media={media}>
        {children}
      </ListHead>
      <WithRail rail={<ListRail rail={around} language={language} dates={site} />}>
        {posts.length === 0 && <p className="my-6">{stringsFor(language).nothingYet}</p>}
        <div className={LIST}>
          {posts.map((post) => (
            <PostCard key={post.id} post={post} dates={site} ownTopic={ownTopic} />
          ))}
        </div>
        <StructuredData
          things={[
            collectionData({ name: heading, path: hrefOf(page), language, posts }, environment().siteUrl),
          ]}
        />
        <Pagination
          language={language}
          dates={site}
          page={page}
          pages={Math.ceil(total / POSTS_PER_PAGE)}
          hrefOf={hrefOf}
        />
      </WithRail>
    </SiteDocument>
  );
}
