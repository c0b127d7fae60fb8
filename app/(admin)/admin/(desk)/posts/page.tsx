import type { Metadata } from 'next';
import { z } from 'zod';
import { PostRows } from '@/components/admin/post-rows';
import { listAuthors } from '@/lib/authors/authors';
import { LANGUAGE_CODES, LANGUAGES, localText, mainLanguage } from '@/lib/language/languages';
import { database } from '@/lib/next/database';
import { deskWords } from '@/lib/next/desk-language';
import { requireUser } from '@/lib/next/session';
import { listPosts, POSTS_PER_ADMIN_PAGE } from '@/lib/posts/admin-queries';
import { readSite } from '@/lib/settings/site';
import { listTopics } from '@/lib/topics/topics';
import { NewPost } from '../new-post';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Posts' };

const STATUSES = ['draft', 'scheduled', 'published', 'unlisted', 'withdrawn', 'binned'] as const;

/** What the address narrows the list to; what is not understood counts as not said. */
const Filters = z.object({
  status: z.enum(STATUSES).optional().catch(undefined),
  language: z.enum(LANGUAGE_CODES).optional().catch(undefined),
  topicId: z.coerce.number().int().positive().optional().catch(undefined),
  authorId: z.coerce.number().int().positive().optional().catch(undefined),
  q: z.string().max(200).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export default async function PostsPage({ searchParams }: PageProps<'/admin/posts'>) {
  await requireUser();
  const filters = Filters.parse(await searchParams);
  const words = await deskWords();
  const db = database();
  const site = readSite(db);
  const language = mainLanguage(site);
  const { posts, total } = listPosts(db, filters);
  const pages = Math.ceil(total / POSTS_PER_ADMIN_PAGE);
  const choices = [
    {
      name: 'status',
      label: 'Any state',
      value: filters.status,
      options: STATUSES.map((s) => [s, words.status[s]]),
    },
    {
      name: 'language',
      label: 'Any language',
      value: filters.language,
      options: LANGUAGE_CODES.map((code) => [code, LANGUAGES[code].ownName]),
    },
    {
      name: 'topicId',
      label: 'Any topic',
      value: filters.topicId,
      options: listTopics(db).map(({ id, name }) => [String(id), localText(name, language)]),
    },
    {
      name: 'authorId',
      label: 'Any author',
      value: filters.authorId,
      options: listAuthors(db).map(({ id, name }) => [String(id), localText(name, language)]),
    },
  ];
  return (
    <>
      <div className="desk-head">
        <h1>Posts</h1>
        <NewPost />
      </div>
      <search>
        <form className="filters" action="/admin/posts">
          <input
            className="input"
            type="search"
            name="q"
            aria-label="Search posts"
            placeholder="Search"
            defaultValue={filters.q}
          />
          {choices.map(({ name, label, value, options }) => (
            <select
              key={name}
              className="input"
              name={name}
              aria-label={label}
              defaultValue={String(value ?? '')}
            >
              <option value="">{label}</option>
              {options.map(([id, words]) => (
                <option key={id} value={id}>
                  {words}
                </option>
              ))}
            </select>
          ))}
          <button type="submit" className="quiet">
            Show
          </button>
        </form>
      </search>
      {posts.length === 0 && <p className="hint">No post is like that.</p>}
      <PostRows posts={posts} timeZone={site.timeZone} words={words} />
      {pages > 1 && <Pages page={filters.page} pages={pages} filters={filters} />}
    </>
  );
}

function Pages({ page, pages, filters }: { page: number; pages: number; filters: z.infer<typeof Filters> }) {
  const hrefOf = (to: number) => {
    const said = Object.entries({ ...filters, page: to }).filter(
      ([, value]) => value !== undefined && value !== '',
    );
    return `/admin/posts?${new URLSearchParams(said.map(([name, value]) => [name, String(value)]))}`;
  };
  return (
    <nav className="row mt-4" aria-label="Pages">
      {page > 1 && (
        <a className="quiet" href={hrefOf(page - 1)}>
          Newer
        </a>
      )}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages && (
        <a className="quiet" href={hrefOf(page + 1)}>
          Older
        </a>
      )}
    </nav>
  );
}
