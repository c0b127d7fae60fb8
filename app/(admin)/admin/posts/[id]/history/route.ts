import { database } from '@/lib/next/database';
import { requireReadOf } from '@/lib/next/guard';
import { countDraftWords, listHistory } from '@/lib/posts/history/history';

type Params = { params: Promise<{ id: string }> };

/** Lists all stored texts of a post, newest first, and the word count of its draft. */
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
