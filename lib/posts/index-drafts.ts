import { setImmediate as breath } from 'node:timers/promises';
import { asc, eq, ne } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { drafts } from '@/db/schema';
import { bodyText } from '@/lib/document/text';
import { indexDraft } from '@/lib/search/search-index';
import { unlessBusy } from '@/lib/when-free';

type DraftRow = typeof drafts.$inferSelect;

/** How long one transaction lasts, ms: readers and writers do not notice it. */
const SLICE_MS = 50;
const changed = ne(drafts.indexedVersion, drafts.version);

/**
 * Updates the admin search index with every draft that was saved since the last search, in short transactions. If it
 * ends early, the next search does the rest. While another process has locked the database the search finds what the
 * index has.
 */
export async function indexChangedDrafts(db: Db): Promise<void> {
  while (indexSomeDrafts(db)) await breath();
}

/** Does the same for as many drafts as one transaction has time for. @returns whether there are more. */
export function indexSomeDrafts(db: Db, sliceMs = SLICE_MS): boolean {
  if (!nextChanged(db)) return false;
  const isWritten = unlessBusy(() =>
    db.transaction((tx) => indexSlice(tx, sliceMs), { behavior: 'immediate' }),
  );
  return isWritten && nextChanged(db) !== undefined;
}

/** Indexes the words of a draft; part of `derivePost`. */
export function indexDraftText(tx: Tx, draft: DraftRow): void {
  const text = bodyText(draft.body);
  indexDraft(tx, { postId: draft.postId, headline: draft.headline, standfirst: draft.standfirst, text });
  if (draft.indexedVersion === draft.version) return;
  tx.update(drafts).set({ indexedVersion: draft.version }).where(eq(drafts.postId, draft.postId)).run();
}

function indexSlice(tx: Tx, sliceMs: number): void {
  const endsAt = performance.now() + sliceMs;
  do {
    const next = nextChanged(tx);
    const draft = next && tx.select().from(drafts).where(eq(drafts.postId, next.postId)).get();
    if (!draft) return;
    indexDraftText(tx, draft);
  } while (performance.now() < endsAt);
}

function nextChanged(db: Db | Tx): { postId: number } | undefined {
  return db
    .select({ postId: drafts.postId })
    .from(drafts)
    .where(changed)
    .orderBy(asc(drafts.postId))
    .limit(1)
    .get();
}
