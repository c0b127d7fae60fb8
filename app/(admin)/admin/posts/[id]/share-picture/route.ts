import { localText } from '@/lib/language/languages';
import { database } from '@/lib/next/database';
import { requireReadRequest } from '@/lib/next/guard';
import { findPreviewPost } from '@/lib/posts/queries';
import { readSite } from '@/lib/settings/site';
import { cardOfPost } from '@/lib/sharing-picture/card';
import { sharingPicture } from '@/lib/sharing-picture/paint-card';

/** The picture that will stand for a draft in chats and networks, for its authors. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const user = await requireReadRequest();
  if (user instanceof Response) return user;
  const post = findPreviewPost(database(), Number((await params).id), Date.now());
  if (!post) return new Response('There is no such post.\n', { status: 404 });
  const siteName = localText(readSite(database()).name, post.language);
  const png = await sharingPicture(cardOfPost(post, siteName));
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
}
