import { renderSitemapPart } from '@/lib/formats/feeds/sitemap';
import { database } from '@/lib/next/database';
import { environment } from '@/lib/settings/environment';

export const dynamic = 'force-dynamic';

/** Sends one part of the sitemap. */
export async function GET(_request: Request, { params }: { params: Promise<{ part: string }> }) {
  const xml = renderSitemapPart(database(), (await params).part, environment().siteUrl);
  if (!xml) return new Response('There is no such part of the sitemap.\n', { status: 404 });
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}
