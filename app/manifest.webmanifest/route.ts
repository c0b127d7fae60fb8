import { renderManifest } from '@/lib/formats/feeds/manifest';
import { database } from '@/lib/next/database';

export const dynamic = 'force-dynamic';

/** Sends the web app manifest, which phones need to install the publication on the home screen. */
export function GET() {
  return new Response(renderManifest(database()), {
    headers: { 'Content-Type': 'application/manifest+json; charset=utf-8' },
  });
}
