import { database } from '@/lib/next/database';
import { sharingPictureUrl } from '@/lib/sharing-picture/card';
import { findSharingCard } from '@/lib/sharing-picture/find-card';
import { sharingPicture } from '@/lib/sharing-picture/paint-card';

export const dynamic = 'force-dynamic';

/** The picture that stands for a page in chats and networks; a former address leads to the present one. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ slug: string; file: string }> },
) {
  const { slug, file } = await params;
  const found = findSharingCard(database(), slug);
  if (!found) return new Response('There is no such picture.\n', { status: 404 });
  const location = sharingPictureUrl(found.card, found.slug);
  if (!location.endsWith(`/${file}`))
    return new Response(null, { status: 302, headers: { Location: location } });
  const png = await sharingPicture(found.card);
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
}
