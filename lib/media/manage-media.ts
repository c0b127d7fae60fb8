import { eq, or } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '@/db/client';
import { authors, media, restorePoints, series, site, snippetUses, templateUses, topics } from '@/db/schema';
import { mayEditLibrary } from '@/lib/accounts/policies';
import { command } from '@/lib/commands';
import { type Outcome, Refusal } from '@/lib/errors';
import { mainLanguage } from '@/lib/language/languages';
import type { Reason } from '@/lib/language/refusals';
import { readSite } from '@/lib/settings/site';
import { whenFree } from '@/lib/when-free';
import { findMediaUses, type MediaUse } from './find-uses';
import { removeMediaFiles } from './media-files';
import { renderTextsWith } from './render-texts-with';
import type { MediaContext } from './upload-media';

const PerCent = z.coerce.number().int().min(0).max(100);

/** The words about a picture, used where a post has none of its own, and its focus point. */
export const MediaDescription = z.object({
  mediaId: z.string(),
  alt: z.string().max(2000),
  caption: z.string().max(4000),
  credit: z.string().max(500),
  focusX: PerCent.optional(),
  focusY: PerCent.optional(),
});
type Description = z.infer<typeof MediaDescription>;

/**
 * Sets the words about a picture, and its focus point if given. Texts without words of their own for it show
 * the new ones at once.
 * @throws Refusal `not_found` when the picture was deleted.
 */
export const describeMedia = command(
  'describeMedia',
  mayEditLibrary,
  (tx, input: Description, { now }): { mediaId: string } => {
    const { mediaId, alt, caption, credit, focusX, focusY } = input;
    const words = { alt: alt.trim(), caption: caption.trim(), credit: credit.trim(), focusX, focusY };
    if (tx.update(media).set(words).where(eq(media.id, mediaId)).run().changes === 0) throw gone();
    renderTextsWith(tx, { mediaId, after: 0 }, { now });
    return { mediaId };
  },
);

/**
 * Erases the name that a file had on the machine of the person who uploaded it: it can say more than the file does.
 * @throws Refusal `not_found` when the file was deleted.
 */
export const forgetFileName = command(
  'forgetFileName',
  mayEditLibrary,
  (tx, { mediaId }: { mediaId: string }): { mediaId: string } => {
    const named = tx.update(media).set({ originalName: '' }).where(eq(media.id, mediaId)).run();
    if (named.changes === 0) throw gone();
    return { mediaId };
  },
);

/**
 * Deletes a picture that is not used, with its files. Refused with `conflict` and the places of use when a
 * draft, revision, topic, author, series, template or snippet shows it, or it is the logo or icon; a restore point does not prevent it.
 */
export async function deleteMedia(
  db: Db,
  input: { mediaId: string },
  context: MediaContext,
): Promise<Outcome<{ mediaId: string }>> {
  const outcome = await whenFree(() => forgetMedia(db, input, context));
  // The row is deleted first: a file without a row does no harm, a row without its file shows a gap.
  if (outcome.ok) await removeMediaFiles(context.mediaDir, outcome.value.mediaId);
  return outcome;
}

const forgetMedia = command('deleteMedia', mayEditLibrary, (tx, { mediaId }: { mediaId: string }) => {
  const { uses, morePosts } = findMediaUses(tx, mediaId, mainLanguage(readSite(tx)));
  const [first, ...others] = uses;
  if (first) throw new Refusal('conflict', ...inUse(first, others.length + morePosts));
  // Earlier texts continue without it; restoring one reports that a picture was left out.
  tx.update(restorePoints).set({ leadMediaId: null }).where(eq(restorePoints.leadMediaId, mediaId)).run();
  if (tx.delete(media).where(eq(media.id, mediaId)).run().changes === 0) throw gone();
  return { mediaId };
});

function inUse(use: MediaUse, others: number): Reason {
  if (use.kind === 'post') {
    const key = use.inHistory ? 'usedByEarlierPost' : 'usedByPost';
    return [key, { name: use.headline, others }];
  }
  return [USED_BY[use.kind], { name: use.name, others }];
}

const USED_BY = {
  topic: 'usedByTopic',
  author: 'usedByAuthor',
  series: 'usedBySeries',
  site: 'usedBySite',
  template: 'usedByTemplate',
  snippet: 'usedBySnippet',
} as const;

/** Whether a topic, author, series, template or snippet shows the picture, or it is the logo or the icon. */
export function isUsedOutsidePosts(tx: Tx, mediaId: string): boolean {
  const topic = tx.select({ id: topics.id }).from(topics).where(eq(topics.mediaId, mediaId)).get();
  const author = tx.select({ id: authors.id }).from(authors).where(eq(authors.mediaId, mediaId)).get();
  const shown = tx.select({ id: series.id }).from(series).where(eq(series.mediaId, mediaId)).get();
  const isOwn = or(eq(site.logoMediaId, mediaId), eq(site.iconMediaId, mediaId));
  const own = tx.select({ id: site.id }).from(site).where(isOwn).get();
  const template = tx.select().from(templateUses).where(eq(templateUses.mediaId, mediaId)).limit(1).get();
  const snippet = tx.select().from(snippetUses).where(eq(snippetUses.mediaId, mediaId)).limit(1).get();
  return Boolean(topic ?? author ?? shown ?? own ?? template ?? snippet);
}

function gone() {
  return new Refusal('not_found', 'pictureGone');
}
