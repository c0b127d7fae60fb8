import { renderSitemap } from '@/lib/feeds/sitemap';
import { database } from '@/lib/next/database';
import { environment } from '@/lib/settings/environment';

export const dynamic = 'force-dynamic';

/** Every page that readers can open. */
export function GET() {
  const xml = renderSitemap(database(), environment().siteUrl);
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}
