import { join } from 'node:path';
import { mayBeginPosts } from '@/lib/accounts/policies';
import type { User } from '@/lib/accounts/sessions';
import { EmbedAttributes } from '@/lib/document/attributes';
import { type FetchedCard, fetchCard } from '@/lib/embeds/fetch-card';
import { Refusal } from '@/lib/errors';
import { findMediaFacts } from '@/lib/media/queries';
import { uploadMedia } from '@/lib/media/upload-media';
import { database } from '@/lib/next/database';
import { refusal, requireOwnRequest } from '@/lib/next/guard';
import { jsonOf } from '@/lib/next/json-of';
import { contextOf } from '@/lib/next/session';
import { environment } from '@/lib/settings/environment';

/**
 * Reads the metadata of another site's page: JSON, `url`. Answers with a card and the facts of its picture.
 */
export async function POST(request: Request): Promise<Response> {
  const user = await requireOwnRequest(request, mayBeginPosts);
  if (user instanceof Response) return user;
  const asked = EmbedAttributes.read(await jsonOf(request));
  if (!asked) return refusal(422, new Refusal('invalid', 'noAddress'));
  try {
    const { card, picture } = await fetchCard(asked.url);
    const media = picture && (await stored(picture, user));
    return Response.json({ ok: true, value: { card: { ...card, mediaId: media?.id ?? null }, media } });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refusal(422, error);
  }
}

/** Returns the picture in the library, or null when we cannot store it. */
async function stored(picture: NonNullable<FetchedCard['picture']>, user: User) {
  const context = { ...contextOf(user), mediaDir: join(environment().dataDir, 'media') };
  const outcome = await uploadMedia(database(), picture, context);
  if (!outcome.ok) return null;
  return findMediaFacts(database(), [outcome.value.mediaId]).get(outcome.value.mediaId) ?? null;
}
