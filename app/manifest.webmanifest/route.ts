import { renderManifest } from '@/lib/formats/feeds/manifest';
import { database } from '@/lib/next/database';

export const dynamic = 'force-dynamic';

/** What a phone needs to put the publication on its home screen. */
export function GET() {
  return new Response(renderManifest(database()), {
    headers: { 'Content-Type': 'application/manifest+json; charset=utf-8' },
  });
}
