import { join } from 'node:path';
import { mayUpload } from '@/lib/accounts/policies';
import type { User } from '@/lib/accounts/sessions';
import { type Outcome, Refusal } from '@/lib/errors';
import { freeBytes } from '@/lib/media/free-bytes';
import { MAX_FILE_BYTES } from '@/lib/media/inspect-picture';
import { findMediaFacts } from '@/lib/media/queries';
import { MAX_VIDEO_BYTES, recordingFormat } from '@/lib/media/recordings/recording';
import { uploadRecording } from '@/lib/media/recordings/upload-recording';
import { replaceMedia } from '@/lib/media/replace-media';
import { outcomeOf, type Uploaded, uploadMedia } from '@/lib/media/upload-media';
import { database } from '@/lib/next/database';
import { refusal, requireOwnRequest } from '@/lib/next/guard';
import { contextOf } from '@/lib/next/session';
import { environment } from '@/lib/settings/environment';
import { pieces, startOf, wholeOf } from './request-body';

/**
 * Stores one uploaded file: the request body is the raw file, `name` is its name, and `replaces` names the
 * file that it replaces. Answers with its facts and whether the library already had it.
 */
export async function POST(request: Request): Promise<Response> {
  const user = await requireOwnRequest(request, mayUpload);
  if (user instanceof Response) return user;
  const length = Number(request.headers.get('content-length'));
  if (!(length >= 0 && length <= MAX_VIDEO_BYTES)) {
    return refusal(413, new Refusal('invalid', 'fileTooLarge'));
  }
  const outcome = await takeIn(request, length, user);
  if (!outcome.ok) return refusal(outcome.code === 'unavailable' ? 503 : 422, outcome);
  const { mediaId, isDuplicate } = outcome.value;
  const media = findMediaFacts(database(), [mediaId]).get(mediaId);
  return Response.json({ ok: true, value: { media, isKnown: isDuplicate } });
}

async function takeIn(request: Request, length: number, user: User): Promise<Outcome<Uploaded>> {
  const query = new URL(request.url).searchParams;
  const originalName = query.get('name') ?? '';
  const mediaId = query.get('replaces');
  const context = { ...contextOf(user), mediaDir: join(environment().dataDir, 'media') };
  const body = await startOf(pieces(request));
  const announced = await outcomeOf(async () => formatOf(body.start, length, mediaId !== null));
  if (!announced.ok) return announced;
  const format = announced.value;
  if (format) return uploadRecording(database(), { format, pieces: body.all, originalName }, context);
  const whole = await outcomeOf(() => wholeOf(body.all, length));
  if (!whole.ok) return whole;
  const upload = { bytes: whole.value, originalName };
  try {
    return mediaId
      ? await replaceMedia(database(), { ...upload, mediaId }, context)
      : await uploadMedia(database(), upload, context);
  } finally {
    freeBytes(whole.value);
  }
}

/** @throws Refusal `invalid` for formats that are not accepted, or not accepted here. */
function formatOf(start: Buffer, length: number, isReplacing: boolean) {
  const format = recordingFormat(start);
  if (!format && length > MAX_FILE_BYTES) {
    throw new Refusal('invalid', 'pictureOver30');
  }
  if (format && isReplacing) {
    throw new Refusal('invalid', 'recordingForPicture');
  }
  return format;
}
