import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { media, posts, revisions } from '@/db/schema';
import { mayEditLibrary } from '@/lib/accounts/policies';
import { command } from '@/lib/commands';
import { Refusal } from '@/lib/errors';
import { renderTextsWith } from './render-texts-with';

const Words = z.object({
  alt: z.string().max(2000),
  caption: z.string().max(4000),
  credit: z.string().max(500),
});
type Words = z.infer<typeof Words>;

/** Words that an author gave a picture in a text, and those that this author's editor stored in the library before. */
export const WordsOfText = z.object({ mediaId: z.string(), words: Words, before: Words });

/**
 * Stores the words of a text in the library where it has none for the picture, or has earlier ones from the
 * same place; words written in the library itself stay.
 * @returns the library's words now.
 * @throws Refusal `not_found` when the picture was deleted.
 */
export const rememberWords = command(
  'rememberWords',
  mayEditLibrary,
  (tx, { mediaId, words, before }: z.infer<typeof WordsOfText>, { now }): Words => {
    const { alt, caption, credit } = media;
    const known = tx.select({ alt, caption, credit }).from(media).where(eq(media.id, mediaId)).get();
    if (!known) throw new Refusal('not_found', 'pictureGone');
    const chosen = (name: keyof Words) =>
      known[name] === '' || known[name] === before[name] ? words[name].trim() || known[name] : known[name];
    const kept = {
      alt: chosen('alt'),
      caption: leadsLivePost(tx, mediaId) ? known.caption : chosen('caption'),
      credit: chosen('credit'),
    };
    tx.update(media).set(kept).where(eq(media.id, mediaId)).run();
    if (kept.alt !== known.alt) renderTextsWith(tx, { mediaId, after: 0 }, { now });
    return kept;
  },
);

/**
 * Whether the picture leads a live post: readers see the library's caption there, and must not see the words
 * of another draft.
 */
function leadsLivePost(tx: Tx, mediaId: string): boolean {
  const found = tx
    .select({ id: posts.id })
    .from(posts)
    .innerJoin(revisions, eq(revisions.id, posts.liveRevisionId))
    .where(eq(revisions.leadMediaId, mediaId))
    .get();
  return found !== undefined;
}
