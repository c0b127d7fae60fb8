import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { deskLabels, deskPosts, drafts, posts } from '@/db/schema';
import { bodyText } from '@/lib/document/text';
import { countWordsByLine } from '@/lib/document/words';
import { hasUnpublishedChanges } from '@/lib/unpublished-changes';
import { excerptFrom } from './excerpt';

type PostRow = typeof posts.$inferSelect;
type DraftRow = typeof drafts.$inferSelect;
type DeskRow = typeof deskPosts.$inferSelect;
type LabelRow = typeof deskLabels.$inferSelect;

/** More than an excerpt has, whatever spaces and line breaks the text begins with. */
const BEGINNING = 2000;

/** Updates what the admin's lists show of a post; part of `derivePost` and `deriveDraft`. */
export function deriveDesk(tx: Tx, post: PostRow, draft: DraftRow): void {
  const row = deskRowOf(post, draft, hasChanges(tx, post.id));
  const before = tx.select().from(deskPosts).where(eq(deskPosts.postId, post.id)).get();
  if (!before || !isSame(before, row)) {
    tx.insert(deskPosts).values(row).onConflictDoUpdate({ target: deskPosts.postId, set: row }).run();
  }
  deriveLabels(tx, row, draft);
}

function hasChanges(tx: Tx, postId: number): boolean {
  const row = tx
    .select({ changed: hasUnpublishedChanges })
    .from(posts)
    .innerJoin(drafts, eq(drafts.postId, posts.id))
    .where(eq(posts.id, postId))
    .get();
  return row?.changed === 1;
}

function deskRowOf(post: PostRow, draft: DraftRow, hasChanges: boolean): DeskRow {
  const text = bodyText(draft.body);
  return {
    postId: post.id,
    status: post.status,
    isBinned: post.status === 'binned',
    language: post.language,
    kind: post.kind,
    isSample: post.isSample,
    createdBy: post.createdBy,
    headline: draft.headline,
    byline: draft.byline.map((entry) => entry.name).join(', '),
    firstWords: excerptFrom(text.slice(0, BEGINNING)),
    wordCount: countWordsByLine(text, post.language),
    updatedAt: draft.updatedAt,
    ownDate: post.scheduledAt ?? post.publishedAt ?? draft.updatedAt,
    binnedAt: post.binnedAt,
    hasChanges,
  };
}

function deriveLabels(tx: Tx, { postId, isBinned, updatedAt, ownDate }: DeskRow, draft: DraftRow) {
  const labels: Pick<LabelRow, 'label' | 'labelId'>[] = [
    ...[...new Set(draft.topicIds)].map((labelId) => ({ label: 'topic', labelId }) as const),
    ...[...new Set(draft.byline.map((entry) => entry.authorId))].map(
      (labelId) => ({ label: 'author', labelId }) as const,
    ),
  ];
  const wanted = new Map(
    labels.map((label): [string, LabelRow] => [
      keyOf(label),
      { ...label, postId, isBinned, updatedAt, ownDate },
    ]),
  );
  for (const row of tx.select().from(deskLabels).where(eq(deskLabels.postId, postId)).all()) {
    const next = wanted.get(keyOf(row));
    if (next && isSame(row, next)) {
      wanted.delete(keyOf(row));
    } else if (!next) {
      const isThis = and(eq(deskLabels.label, row.label), eq(deskLabels.labelId, row.labelId));
      tx.delete(deskLabels)
        .where(and(isThis, eq(deskLabels.postId, postId)))
        .run();
    }
  }
  for (const row of wanted.values()) {
    const target = [deskLabels.label, deskLabels.labelId, deskLabels.postId];
    tx.insert(deskLabels).values(row).onConflictDoUpdate({ target, set: row }).run();
  }
}

function keyOf({ label, labelId }: Pick<LabelRow, 'label' | 'labelId'>): string {
  return `${label} ${labelId}`;
}

function isSame<R extends object>(a: R, b: R): boolean {
  const other = new Map<string, unknown>(Object.entries(b));
  return Object.entries(a).every(([column, value]) => other.get(column) === value);
}
