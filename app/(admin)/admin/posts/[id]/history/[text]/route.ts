import { mediaIdsIn } from '@/lib/document/uses';
import { Refusal } from '@/lib/errors';
import { findMediaFacts } from '@/lib/media/queries';
import { database } from '@/lib/next/database';
import { refusal, requireReadOf } from '@/lib/next/guard';
import { findRevisionText } from '@/lib/posts/history/history';

type Params = { params: Promise<{ id: string; text: string }> };

/** Returns one stored text, such as `revision-12`, with those of its pictures that still exist. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { id, text } = await params;
  const user = await requireReadOf(Number(id));
  if (user instanceof Response) return user;
  const [, kind, number] = /^(revision|restorePoint)-(\d+)$/.exec(text) ?? [];
  const writing =
    kind === 'revision' || kind === 'restorePoint'
      ? findRevisionText(database(), Number(id), { kind, id: Number(number) })
      : null;
  if (!writing) return refusal(404, new Refusal('not_found', 'versionGone'));
  const ids = [...mediaIdsIn(writing.body), ...(writing.leadMediaId ? [writing.leadMediaId] : [])];
  const media = [...findMediaFacts(database(), ids).values()];
  return Response.json(
    { ok: true, value: { writing, media } },
    { headers: { 'cache-control': 'private, no-store' } },
  );
}
