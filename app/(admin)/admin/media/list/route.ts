import { z } from 'zod';
import { mayUpload } from '@/lib/accounts/policies';
import { listMedia } from '@/lib/media/queries';
import { database } from '@/lib/next/database';
import { requireReadRequest } from '@/lib/next/guard';

const Query = z.object({
  q: z.string().max(200).catch(''),
  kind: z.enum(['picture']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** Lists the pictures of the library for the editor's picker. */
export async function GET(request: Request): Promise<Response> {
  const user = await requireReadRequest(mayUpload);
  if (user instanceof Response) return user;
  const query = Query.parse(Object.fromEntries(new URL(request.url).searchParams));
  return Response.json({ ok: true, value: listMedia(database(), query) });
}
