import { Refusal } from '@/lib/errors';
import { database } from '@/lib/next/database';
import { refusal, requireReadOf } from '@/lib/next/guard';
import { findPostState } from '@/lib/posts/admin-queries';

type Params = { params: Promise<{ id: string }> };

/** Returns the present state of a post, and the server's time: an open editor compares its clock with it. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const postId = Number((await params).id);
  const user = await requireReadOf(postId);
  if (user instanceof Response) return user;
  const state = findPostState(database(), postId);
  if (!state) return refusal(404, new Refusal('not_found', 'postGone'));
  return Response.json(
    { ok: true, value: { state, now: Date.now() } },
    { headers: { 'cache-control': 'private, no-store' } },
  );
}
