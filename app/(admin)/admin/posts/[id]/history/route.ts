import { database } from '@/lib/next/database';
import { requireReadOf } from '@/lib/next/guard';
import { countDraftWords, listHistory } from '@/lib/posts/history/history';

type Params = { params: Promise<{ id: string }> };

/** Every kept text of a post, newest first, and how many words its draft has. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const postId = Number((await params).id);
  const user = await requireReadOf(postId);
  if (user instanceof Response) return user;
  const value = {
    entries: listHistory(database(), postId),
    draftWordCount: countDraftWords(database(), postId),
  };
  return Response.json({ ok: true, value }, { headers: { 'cache-control': 'private, no-store' } });
}
