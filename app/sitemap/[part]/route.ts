import { renderSitemapPart } from '@/lib/formats/feeds/sitemap';
import { database } from '@/lib/next/database';
import { environment } from '@/lib/settings/environment';
import { readerRefusal } from '@/lib/settings/reader-refusal';

export const dynamic = 'force-dynamic';

/** Sends one part of the sitemap. */
export async function GET(request: Request, { params }: { params: Promise<{ part: string }> }) {
  const xml = renderSitemapPart(database(), (await params).part, environment().siteUrl);
  if (!xml) return readerRefusal(database(), new URL(request.url).pathname, 404, 'noSuchFile');
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}
