import { mayBeginPosts, seesOnlyPostsOf } from '@/lib/accounts/policies';
import { actorOf } from '@/lib/actor';
import { database } from '@/lib/next/database';
import { requireReadRequest } from '@/lib/next/guard';
import { indexChangedDrafts } from '@/lib/posts/index-drafts';
import { listPosts } from '@/lib/posts/list-posts';
import { listTemplates } from '@/lib/templates/templates';

const MOST = 8;
const LONGEST_QUERY = 200;

/** Finds posts by words of their drafts, best match first, and templates by their names, for the command palette. */
export async function GET(request: Request) {
  const user = await requireReadRequest(mayBeginPosts);
  if (user instanceof Response) return user;
  const q = (new URL(request.url).searchParams.get('q') ?? '').slice(0, LONGEST_QUERY);
  await indexChangedDrafts(database());
  const { posts } = listPosts(database(), { q, createdBy: seesOnlyPostsOf(actorOf(user)) }, 1, MOST);
  const named = q.trim().toLowerCase();
  const templates = named
    ? listTemplates(database()).filter(({ name }) => name.toLowerCase().includes(named))
    : [];
  return Response.json({
    posts: posts.map(({ id, headline, language, status }) => ({ id, headline, language, status })),
    templates: templates.slice(0, MOST).map(({ id, name }) => ({ id, name })),
  });
}
