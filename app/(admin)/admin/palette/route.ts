import { mayBeginPosts, seesOnlyPostsOf } from '@/lib/accounts/policies';
import { actorOf } from '@/lib/actor';
import { database } from '@/lib/next/database';
import { requireReadRequest } from '@/lib/next/guard';
import { indexChangedDrafts } from '@/lib/posts/index-drafts';
import { listPosts } from '@/lib/posts/list-posts';

const MOST = 8;
const LONGEST_QUERY = 200;

/** Finds posts by words of their drafts, best match first, for the command palette. */
export async function GET(request: Request) {
  const user = await requireReadRequest(mayBeginPosts);
  if (user instanceof Response) return user;
  const q = (new URL(request.url).searchParams.get('q') ?? '').slice(0, LONGEST_QUERY);
  await indexChangedDrafts(database());
  const { posts } = listPosts(database(), { q, createdBy: seesOnlyPostsOf(actorOf(user)) }, 1, MOST);
  return Response.json(
    posts.map(({ id, headline, language, status }) => ({ id, headline, language, status })),
  );
}
