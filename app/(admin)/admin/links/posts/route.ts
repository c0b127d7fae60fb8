import { mayBeginPosts } from '@/lib/accounts/policies';
import { postPath } from '@/lib/addresses';
import { database } from '@/lib/next/database';
import { requireReadRequest } from '@/lib/next/guard';
import { indexChangedDrafts } from '@/lib/posts/index-drafts';
import { listPosts } from '@/lib/posts/list-posts';

const MOST = 6;
const LONGEST_QUERY = 200;

/** Finds published posts by their words, best match first, for the link field: readers can open them all. */
export async function GET(request: Request): Promise<Response> {
  const user = await requireReadRequest(mayBeginPosts);
  if (user instanceof Response) return user;
  const q = (new URL(request.url).searchParams.get('q') ?? '').slice(0, LONGEST_QUERY);
  await indexChangedDrafts(database());
  const { posts } = listPosts(database(), { q, status: 'published' }, 1, MOST);
  const value = posts.map(({ id, headline, language, slug }) => ({
    id,
    headline,
    language,
    href: postPath(slug),
  }));
  return Response.json({ ok: true, value });
}
