import { mayBeginPosts } from '@/lib/accounts/policies';
import { mediaIdsIn } from '@/lib/document/uses';
import { findMediaFacts } from '@/lib/media/queries';
import { database } from '@/lib/next/database';
import { requireReadRequest } from '@/lib/next/guard';
import { listSnippets } from '@/lib/snippets/snippets';

/** Lists all snippets for the editor, with the pictures that they show. */
export async function GET(): Promise<Response> {
  const user = await requireReadRequest(mayBeginPosts);
  if (user instanceof Response) return user;
  const snippets = listSnippets(database());
  const ids = snippets.flatMap(({ body }) => mediaIdsIn(body));
  const media = [...findMediaFacts(database(), ids).values()];
  return Response.json({ ok: true, value: { snippets, media } });
}
