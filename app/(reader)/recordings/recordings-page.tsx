import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PostCard } from '@/components/reader/article/post-card';
import { Standfirst } from '@/components/reader/article/standfirst';
import { ListRail, WithRail } from '@/components/reader/site/list-rail';
import { Pagination } from '@/components/reader/site/pagination';
import { LIST } from '@/components/reader/site/styles';
import { pagePath } from '@/lib/addresses';
import { database } from '@/lib/next/database';
import { listRail } from '@/lib/posts/list-rail';
import { POSTS_PER_PAGE } from '@/lib/posts/page-numbers';
import { listRecordedPosts } from '@/lib/posts/recorded-posts';
import { pageNumber } from '../page-metadata';
import { simpleMetadata, siteWords } from '../simple-metadata';
import { SimplePage } from '../simple-page';

const PATH = '/recordings';

/** Renders one page of the posts with video or audio, newest first. */
export function RecordingsPage({ n }: { n?: string }) {
  const db = database();
  const { site, language, only, words } = siteWords();
  const page = pageNumber(n);
  const { posts, total } = listRecordedPosts(db, { language: only, page, perPage: POSTS_PER_PAGE });
  if (page > 1 && posts.length === 0) notFound();
  const rail = listRail(db, { shown: page === 1 ? posts.map(({ slug }) => slug) : null, language: only });
  return (
    <SimplePage heading={words.recordings}>
      <WithRail rail={<ListRail rail={rail} language={language} dates={site} />}>
        {posts.length === 0 && <Standfirst className="my-6">{words.noRecordings}</Standfirst>}
        <div className={LIST}>
          {posts.map((post) => (
            <PostCard key={post.id} post={post} dates={site} />
          ))}
        </div>
        <Pagination
          language={language}
          dates={site}
          page={page}
          pages={Math.ceil(total / POSTS_PER_PAGE)}
          hrefOf={(to) => pagePath(PATH, to)}
        />
      </WithRail>
    </SimplePage>
  );
}

/** Builds the metadata of a page of the posts with video or audio. */
export function recordingsMetadata({ n }: { n?: string }): Metadata {
  return simpleMetadata({ path: pagePath(PATH, pageNumber(n)), titleOf: (words) => words.recordings });
}
