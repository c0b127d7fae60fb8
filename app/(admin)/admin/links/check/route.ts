import { z } from 'zod';
import { mayBeginPosts } from '@/lib/accounts/policies';
import { Refusal } from '@/lib/errors';
import { database } from '@/lib/next/database';
import { refusal, requireOwnRequest } from '@/lib/next/guard';
import { jsonOf } from '@/lib/next/json-of';
import { checkLinks } from '@/lib/posts/checklist/check-links';
import { environment } from '@/lib/settings/environment';

const MOST_LINKS = 300;
const Asked = z.object({ hrefs: z.array(z.string().max(4000)).max(MOST_LINKS) });

/**
 * Reports which links of a text are broken: JSON, `hrefs`. A route handler, because server actions wait for
 * each other.
 */
export async function POST(request: Request): Promise<Response> {
  const user = await requireOwnRequest(request, mayBeginPosts);
  if (user instanceof Response) return user;
  const asked = Asked.safeParse(await jsonOf(request));
  if (!asked.success) return refusal(422, new Refusal('invalid', 'noLinks'));
  const value = await checkLinks(asked.data.hrefs, { db: database(), siteUrl: environment().siteUrl });
  return Response.json({ ok: true, value });
}
