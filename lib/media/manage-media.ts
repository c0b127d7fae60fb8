import { count, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '@/db/client';
import { authors, drafts, media, mediaUses, restorePoints, revisions, series, topics } from '@/db/schema';
import { command } from '@/lib/commands';
import { type Outcome, Refusal } from '@/lib/errors';
import { removeMediaFiles } from './media-files';
import type { MediaContext } from './upload-media';

/** The words about a picture, used where a post gives none of its own. */
export const MediaDescription = z.object({
  mediaId: z.string(),
  alt: z.string().max(2000),
  caption: z.string().max(4000),
  credit: z.string().max(500),
});
type Description = z.infer<typeof MediaDescription>;

/**
 * Sets the words about a picture.
 * @throws Refusal `not_found` when the picture was deleted.
 */
export const describeMedia = command('describeMedia', (tx, input: Description): { mediaId: string } => {
  const { mediaId, alt, caption, credit } = input;
  const words = { alt: alt.trim(), caption: caption.trim(), credit: credit.trim() };
  if (tx.update(media).set(words).where(eq(media.id, mediaId)).run().changes === 0) throw gone();
  return { mediaId };
});

/**
 * Deletes a picture that no post uses, with its files.
 * Refused with `conflict` when a draft, a live post or a kept revision shows it; a restore point does not
 * hold it back.
 */
export async function deleteMedia(
  db: Db,
  input: { mediaId: string },
  context: MediaContext,
): Promise<Outcome<{ mediaId: string }>> {
  const outcome = forgetMedia(db, input, context);
  // The row goes first: a file without a row harms nobody, a row without its file shows a hole.
  if (outcome.ok) await removeMediaFiles(context.mediaDir, outcome.value.mediaId);
  return outcome;
}

const forgetMedia = command('deleteMedia', (tx, { mediaId }: { mediaId: string }) => {
  const uses = tx.select({ n: count() }).from(mediaUses).where(eq(mediaUses.mediaId, mediaId)).get()?.n ?? 0;
  if (uses > 0) {
    const where = uses === 1 ? 'a post uses it' : `${uses} posts use it`;
    throw new Refusal(
      'conflict',
      `This picture cannot be deleted, because ${where}. Take it out there first.`,
    );
  }
  const lead = tx
    .select({ id: revisions.id })
    .from(revisions)
    .where(eq(revisions.leadMediaId, mediaId))
    .get();
  const draft = tx.select({ id: drafts.postId }).from(drafts).where(eq(drafts.leadMediaId, mediaId)).get();
  if (lead || draft) {
    throw new Refusal(
      'conflict',
      'This picture cannot be deleted, because an earlier version of a post uses it.',
    );
  }
  if (illustrates(tx, mediaId)) {
    throw new Refusal(
      'conflict',
      'This picture cannot be deleted, because a topic, an author or a series is shown with it. Choose another there first.',
    );
  }
  // Earlier texts go on without it; who goes back to one is told that a picture was left out.
  tx.update(restorePoints).set({ leadMediaId: null }).where(eq(restorePoints.leadMediaId, mediaId)).run();
  if (tx.delete(media).where(eq(media.id, mediaId)).run().changes === 0) throw gone();
  return { mediaId };
});

/** Whether a topic, an author or a series is shown with the picture. */
export function illustrates(tx: Tx, mediaId: string): boolean {
  const topic = tx.select({ id: topics.id }).from(topics).where(eq(topics.mediaId, mediaId)).get();
  const author = tx.select({ id: authors.id }).from(authors).where(eq(authors.mediaId, mediaId)).get();
  const shown = tx.select({ id: series.id }).from(series).where(eq(series.mediaId, mediaId)).get();
  return Boolean(topic ?? author ?? shown);
}

function gone() {
  return new Refusal('not_found', 'This picture is not there any more.');
}
