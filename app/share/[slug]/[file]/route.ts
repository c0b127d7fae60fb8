import { join } from 'node:path';
import { findSharedPicture } from '@/lib/formats/sharing-picture/shared-picture';
import { database } from '@/lib/next/database';
import { environment } from '@/lib/settings/environment';
import { readerRefusal } from '@/lib/settings/reader-refusal';

export const dynamic = 'force-dynamic';

/** Sends the sharing picture of a page; a former address redirects to the current one. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string; file: string }> }) {
  const { slug, file } = await params;
  const picture = findSharedPicture(database(), slug);
  if (!picture) return readerRefusal(database(), new URL(request.url).pathname, 404, 'noSuchFile');
  if (!picture.path.endsWith(`/${file}`))
    return new Response(null, { status: 302, headers: { Location: picture.path } });
  const bytes = await picture.paint(join(environment().dataDir, 'media'));
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': picture.mime } });
}
