import { join } from 'node:path';
import { z } from 'zod';
import { mayUpload } from '@/lib/accounts/policies';
import { failureOf, type Outcome, Refusal, requireValue } from '@/lib/errors';
import { guardedRequest } from '@/lib/fetching/guarded-request';
import { MAX_FILE_BYTES } from '@/lib/media/inspect-picture';
import { findMediaFacts } from '@/lib/media/queries';
import { type Upload, uploadMedia } from '@/lib/media/upload-media';
import { database } from '@/lib/next/database';
import { refusal, requireOwnRequest } from '@/lib/next/guard';
import { jsonOf } from '@/lib/next/json-of';
import { contextOf } from '@/lib/next/session';
import { environment } from '@/lib/settings/environment';

const Asked = z.object({ address: z.string().max(4000) });
/** The bytes decide what a picture is; these are the media types that servers send them with. */
const LIMITS = {
  accept: ['image/', 'application/octet-stream', 'binary/octet-stream'],
  maxBytes: MAX_FILE_BYTES,
  timeoutMs: 20_000,
};

/** Uploads a picture from an address on the web: JSON, `address`. Answers with its facts. */
export async function POST(request: Request): Promise<Response> {
  const user = await requireOwnRequest(request, mayUpload);
  if (user instanceof Response) return user;
  const asked = Asked.safeParse(await jsonOf(request));
  if (!asked.success) return refusal(422, new Refusal('invalid', 'noPictureAddress'));
  const upload = await fetched(asked.data.address);
  if (!upload.ok) return refusal(422, upload);
  const context = { ...contextOf(user), mediaDir: join(environment().dataDir, 'media') };
  const outcome = await uploadMedia(database(), upload.value, context);
  if (!outcome.ok) return refusal(422, outcome);
  const { mediaId } = requireValue(outcome);
  return Response.json({ ok: true, value: findMediaFacts(database(), [mediaId]).get(mediaId) });
}

async function fetched(address: string): Promise<Outcome<Upload>> {
  try {
    const { bytes, url } = await guardedRequest(address, LIMITS);
    return { ok: true, value: { bytes, originalName: nameIn(url) } };
  } catch (error) {
    if (error instanceof Refusal) return failureOf(error);
    throw error;
  }
}

/** Returns the last part of the path as the site wrote it; it may not be decodable. */
function nameIn(address: string): string {
  const { pathname, hostname } = new URL(address);
  return pathname.split('/').at(-1) || hostname;
}
