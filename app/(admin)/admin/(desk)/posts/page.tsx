import type { Metadata } from 'next';
import { z } from 'zod';
import { FilterForm } from '@/components/desk/posts/filter-form';
import { PostList } from '@/components/desk/posts/post-list.client';
import { rowOf } from '@/components/desk/posts/row-words';
import { SavedViews } from '@/components/desk/posts/saved-views.client';
import { StateTabs } from '@/components/desk/posts/state-tabs';
import { buttonStyle } from '@/components/desk/ui/button';
import { EmptyState } from '@/components/desk/ui/empty-state';
import { hintStyle } from '@/components/desk/ui/field';
import { PageHead } from '@/components/desk/ui/page';
import { seesOnlyPostsOf } from '@/lib/accounts/policies';
import { actorOf } from '@/lib/actor';
import { adminPostsPath } from '@/lib/addresses';
import { listAuthors } from '@/lib/labels/authors';
import { listTopics } from '@/lib/labels/topics';
import { byName } from '@/lib/language/by-name';
import { fill } from '@/lib/language/fill';
import { type LanguageCode, type LocalText, localText } from '@/lib/language/languages';
import type { DeskStrings } from '@/lib/language/strings';
import { database } from '@/lib/next/database';
import { deskLanguage, deskWords } from '@/lib/next/desk-language';
import { requireUser } from '@/lib/next/session';
import { BIN_KEEPS_DAYS } from '@/lib/posts/commands/bin-post';
import { indexChangedDrafts } from '@/lib/posts/index-drafts';
import { listOtherVersions } from '@/lib/posts/list-other-versions';
import { countByStatus, listPosts, POSTS_PER_ADMIN_PAGE } from '@/lib/posts/list-posts';
import { PostFilter, queryOf } from '@/lib/posts/post-filter';
import { listSavedViews } from '@/lib/posts/saved-views';
import { readSite } from '@/lib/settings/site';
import { NewPost } from '../new-post';
import * as actions from './actions';
import { Pages } from './pages';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskWords()).shell.posts };
}

const Place = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  /** The post that was moved to the bin on the previous page. */
  binned: z.coerce.number().int().positive().optional().catch(undefined),
});

export default async function PostsPage({ searchParams }: PageProps<'/admin/posts'>) {
  const user = await requireUser();
  const asked = await searchParams;
  const createdBy = seesOnlyPostsOf(actorOf(user));
  const filter = PostFilter.parse(asked);
  const { page, binned } = Place.parse(asked);
  const [words, language] = [await deskWords(), await deskLanguage()];
  const db = database();
  const { timeZone } = readSite(db);
  const query = queryOf(filter);
  const counts = countByStatus(db, createdBy);
  if (filter.q) await indexChangedDrafts(db);
  const { posts, ...found } = listPosts(db, { ...filter, createdBy }, page);
  const { total, isMore } = found;
  const versions = listOtherVersions(
    db,
    posts.map(({ id }) => id),
    createdBy,
  );
  const topics = choicesOf(listTopics(db), language);
  const authors = choicesOf(listAuthors(db), language);
  return (
    <>
      <PageHead title={words.shell.posts}>
        <div className="flex flex-wrap items-center gap-3">
          <a className={buttonStyle()} href="/admin/calendar">
            {words.posts.calendar}
          </a>
          <NewPost />
        </div>
      </PageHead>
      <StateTabs filter={filter} counts={counts} words={words} />
      <FilterForm key={query} filter={filter} topics={topics} authors={authors} words={words.posts} />
      <SavedViews
        views={listSavedViews(db, user.id)}
        query={query}
        actions={{
          save: actions.saveThisView,
          rename: actions.renameThisView,
          remove: actions.deleteThisView,
        }}
      />
      {filter.status === 'binned' && total > 0 && (
        <p className={hintStyle}>{fill(words.posts.binKeeps, { days: BIN_KEEPS_DAYS })}</p>
      )}
      {total === 0 && (
        <Nothing filter={filter} words={words.posts} isNew={Object.keys(counts).length === 0} />
      )}
      <PostList
        key={`${query} ${page}`}
        posts={posts.map((post) => rowOf(post, { words, language, timeZone }, versions.get(post.id)))}
        total={total}
        isMore={isMore}
        query={query}
        mayDecideAll={createdBy === undefined}
        isBin={filter.status === 'binned'}
        topics={topics}
        authors={authors}
        justBinned={binned ?? null}
        actions={{ change: actions.change, undo: actions.undo, duplicate: actions.duplicate }}
      />
      <Pages
        page={page}
        {...found}
        isFull={posts.length === POSTS_PER_ADMIN_PAGE}
        pageSize={POSTS_PER_ADMIN_PAGE}
        query={query}
        words={words.posts}
      />
    </>
  );
}

function choicesOf(named: { id: number; name: LocalText }[], language: LanguageCode) {
  return byName(named, language).map(({ id, name }) => ({ id, name: localText(name, language) }));
}

interface NothingProps {
  filter: PostFilter;
  words: DeskStrings['posts'];
  isNew: boolean;
}

/** Explains why the list is empty and what to do about it. */
function Nothing({ filter, words, isNew }: NothingProps) {
  const { status, ...rest } = filter;
  const isNarrowed = queryOf(rest) !== '';
  if (status === 'binned' && !isNarrowed) return <EmptyState>{words.binEmpty}</EmptyState>;
  if (isNew && !isNarrowed) {
    return (
      <EmptyState as="div">
        <p>{words.noneYet}</p>
        <p>{words.noneYetFirst}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState>
      {words.noneMatch} <a href={adminPostsPath()}>{words.showAll}</a>
    </EmptyState>
  );
}
