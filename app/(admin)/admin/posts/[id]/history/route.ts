import { database } from '@/lib/next/database';
import { requireReadRequest } from '@/lib/next/guard';
import { countDraftWords, listHistory } from '@/lib/posts/history/history';

type Params = { params: Promise<{ id: string }> };

/** Every kept text of a post, newest first, and how many words its draft has. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const user = await requireReadRequest();
  if (user instanceof Response) return user;
  const postId = Number((await params).id);
  const value = {
    entries: listHistory(database(), postId),
    draftWordCount: countDraftWords(database(), postId),
  };
  return Response.json({ ok: true, value }, { headers: { 'cache-control': 'private, no-store' } });
}
