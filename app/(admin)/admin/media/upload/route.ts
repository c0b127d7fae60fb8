import { join } from 'node:path';
import { requireValue } from '@/lib/errors';
import { findMediaFacts } from '@/lib/media/queries';
import { uploadMedia } from '@/lib/media/upload-media';
import { database } from '@/lib/next/database';
import { refusal, requireOwnRequest } from '@/lib/next/guard';
import { environment } from '@/lib/settings/environment';

const LARGEST_REQUEST_BYTES = 32 * 1024 * 1024;

/** Takes in one picture: multipart, field `file`. Answers with its facts. */
export async function POST(request: Request): Promise<Response> {
  const user = await requireOwnRequest(request);
  if (user instanceof Response) return user;
  const length = Number(request.headers.get('content-length'));
  if (!(length > 0 && length <= LARGEST_REQUEST_BYTES)) {
    return refusal(413, 'invalid', 'This file is too large: a picture can have 30 MB.');
  }
  const file = await fileOf(request);
  if (!file) return refusal(422, 'invalid', 'No file came with this request.');
  const context = { userId: user.id, now: Date.now(), mediaDir: join(environment().dataDir, 'media') };
  const upload = { bytes: Buffer.from(await file.arrayBuffer()), originalName: file.name };
  const outcome = await uploadMedia(database(), upload, context);
  if (!outcome.ok) return refusal(422, outcome.code, outcome.message);
  const { mediaId } = requireValue(outcome);
  return Response.json({ ok: true, value: findMediaFacts(database(), [mediaId]).get(mediaId) });
}

/** The file of the form, or null when there is none or the form breaks off. */
async function fileOf(request: Request): Promise<File | null> {
  try {
    const file = (await request.formData()).get('file');
    return file instanceof File ? file : null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
