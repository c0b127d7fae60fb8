import { renderSitemapIndex } from '@/lib/formats/feeds/sitemap';
import { database } from '@/lib/next/database';
import { environment } from '@/lib/settings/environment';

export const dynamic = 'force-dynamic';

/** Sends the index of the sitemap. */
export function GET() {
  const xml = renderSitemapIndex(database(), environment().siteUrl);
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}
