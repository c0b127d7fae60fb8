import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { media } from '@/db/schema';
import { Refusal } from '@/lib/errors';

/**
 * Checks the picture that a form chose: it may have been deleted since the form was opened.
 * @returns its id, null when none was chosen.
 * @throws Refusal `not_found` when it no longer exists.
 */
export function requirePicture(tx: Tx, mediaId: string | null | undefined): string | null {
  if (!mediaId) return null;
  const found = tx.select({ id: media.id }).from(media).where(eq(media.id, mediaId)).get();
  if (!found) throw new Refusal('not_found', 'pictureGone');
  return mediaId;
}
