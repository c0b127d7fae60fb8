import { join } from 'node:path';
import { requireValue } from '@/lib/errors';
import { MAX_FILE_BYTES } from '@/lib/media/inspect-picture';
import { findMediaFacts } from '@/lib/media/queries';
import { replaceMedia } from '@/lib/media/replace-media';
import { uploadMedia } from '@/lib/media/upload-media';
import { database } from '@/lib/next/database';
import { refusal, requireOwnRequest } from '@/lib/next/guard';
import { environment } from '@/lib/settings/environment';

/**
 * Takes in one file: it is the body, as it is; `name` says what it is called and `replaces` in whose place
 * it is put. Answers with its facts, and whether the library knew it before.
 */
export async function POST(request: Request): Promise<Response> {
  const user = await requireOwnRequest(request);
  if (user instanceof Response) return user;
  const length = Number(request.headers.get('content-length'));
  if (!(length >= 0 && length <= MAX_FILE_BYTES)) {
    return refusal(413, 'invalid', 'This file is too large: a picture can have 30 MB.');
  }
  const query = new URL(request.url).searchParams;
  const upload = { bytes: Buffer.from(await request.arrayBuffer()), originalName: query.get('name') ?? '' };
  const replaces = query.get('replaces');
  const context = { userId: user.id, now: Date.now(), mediaDir: join(environment().dataDir, 'media') };
  const outcome = await (replaces
    ? replaceMedia(database(), { ...upload, mediaId: replaces }, context)
    : uploadMedia(database(), upload, context));
  if (!outcome.ok) return refusal(422, outcome.code, outcome.message);
  const { mediaId, isDuplicate } = requireValue(outcome);
  const media = findMediaFacts(database(), [mediaId]).get(mediaId);
  return Response.json({ ok: true, value: { media, isKnown: isDuplicate } });
}
