import { join } from 'node:path';
import { mayEditLibrary } from '@/lib/accounts/policies';
import { findOriginal } from '@/lib/media/original';
import { outcomeOf } from '@/lib/media/upload-media';
import { database } from '@/lib/next/database';
import { refusal, requireReadRequest } from '@/lib/next/guard';
import { environment } from '@/lib/settings/environment';

/** Sends the whole original of a picture, of which readers may see a part, to those who may change that. */
export async function GET(request: Request): Promise<Response> {
  const user = await requireReadRequest(mayEditLibrary);
  if (user instanceof Response) return user;
  const mediaId = new URL(request.url).searchParams.get('media') ?? '';
  const found = await outcomeOf(() =>
    findOriginal(database(), mediaId, join(environment().dataDir, 'media')),
  );
  if (!found.ok) return refusal(404, found);
  const { bytes, mime } = found.value;
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': mime } });
}
