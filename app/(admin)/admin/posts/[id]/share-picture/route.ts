import { join } from 'node:path';
import { Refusal } from '@/lib/errors';
import { sharedPictureOf } from '@/lib/formats/sharing-picture/shared-picture';
import { database } from '@/lib/next/database';
import { refusal, requireReadOf } from '@/lib/next/guard';
import { findPreviewPost } from '@/lib/posts/queries';
import { environment } from '@/lib/settings/environment';
import { readSite } from '@/lib/settings/site';

/** Sends the sharing picture of a draft to its authors. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const postId = Number((await params).id);
  const user = await requireReadOf(postId);
  if (user instanceof Response) return user;
  const post = findPreviewPost(database(), postId, Date.now());
  if (!post) return refusal(404, new Refusal('not_found', 'postGone'));
  const picture = sharedPictureOf(post, readSite(database()));
  const bytes = await picture.paint(join(environment().dataDir, 'media'));
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': picture.mime } });
}
