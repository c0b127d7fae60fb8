import { renderRobots } from '@/lib/formats/feeds/robots';
import { environment } from '@/lib/settings/environment';

export const dynamic = 'force-dynamic';

/** Sends the rules for crawlers. */
export function GET() {
  const text = renderRobots(environment().siteUrl);
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
