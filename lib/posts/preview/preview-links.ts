import { and, desc, eq, gt, ne } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { drafts, posts, previewLinks, users } from '@/db/schema';
import { mayManagePreviews, maySharePreview, onPost } from '@/lib/accounts/policies';
import { hashToken, newToken } from '@/lib/accounts/tokens';
import { userIdOf } from '@/lib/actor';
import { command } from '@/lib/commands';
import { Refusal } from '@/lib/errors';
import { requirePost } from '../freeze';

/** The choices for how many days a link works. */
export const PREVIEW_DAYS = [1, 7, 30] as const;

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * A link that still works, as listed for its author; the secret itself is shown once, when the link is
 * created.
 */
export interface PreviewLink {
  /** Identifies the link, but does not open it. */
  id: string;
  /** Epoch ms. */
  expiresAt: number;
  /** Who created it; empty when the account is gone. */
  madeBy: string;
}

/**
 * Creates a preview link: a secret address at which someone without an account reads the current draft. Only
 * the hash of its token is kept.
 * @throws Refusal `not_found` without such a post, `conflict` when it is in the bin.
 */
export const createPreviewLink = command(
  'createPreviewLink',
  onPost(maySharePreview),
  (tx, input: { postId: number; days: (typeof PREVIEW_DAYS)[number] }, { actor, now }) => {
    const post = requirePost(tx, input.postId);
    if (post.status === 'binned') throw new Refusal('conflict', 'inBin');
    const token = newToken();
    tx.insert(previewLinks)
      .values({
        tokenHash: hashToken(token),
        postId: post.id,
        createdAt: now,
        createdBy: userIdOf(actor),
        expiresAt: now + input.days * DAY_MS,
      })
      .run();
    return { postId: post.id, token };
  },
);

/**
 * Revokes a link immediately. @param input.id as returned by `listPreviewLinks`.
 * @throws Refusal `not_found` when the post has no such link.
 */
export const revokePreviewLink = command(
  'revokePreviewLink',
  onPost(maySharePreview),
  (tx, input: { postId: number; id: string }) => {
    const { changes } = tx
      .delete(previewLinks)
      .where(and(eq(previewLinks.tokenHash, input.id), eq(previewLinks.postId, input.postId)))
      .run();
    if (changes === 0) throw new Refusal('not_found', 'previewLinkExpired');
    return { postId: input.postId };
  },
);

/** Revokes all links of the publication immediately. */
export const revokePreviewLinks = command('revokePreviewLinks', mayManagePreviews, (tx, _input: unknown) => {
  tx.delete(previewLinks).run();
  return {};
});

/** Lists all links that still work, with their posts, the one that ends last first. @param now epoch ms. */
export function listAllPreviewLinks(
  db: Db,
  now: number,
): (PreviewLink & { postId: number; headline: string })[] {
  return db
    .select({
      id: previewLinks.tokenHash,
      postId: previewLinks.postId,
      headline: drafts.headline,
      expiresAt: previewLinks.expiresAt,
      madeBy: users.name,
    })
    .from(previewLinks)
    .innerJoin(drafts, eq(drafts.postId, previewLinks.postId))
    .leftJoin(users, eq(users.id, previewLinks.createdBy))
    .where(gt(previewLinks.expiresAt, now))
    .orderBy(desc(previewLinks.expiresAt))
    .all()
    .map((link) => ({ ...link, madeBy: link.madeBy ?? '' }));
}

/** Lists the links of a post that still work, newest first. @param now epoch ms. */
export function listPreviewLinks(db: Db, postId: number, now: number): PreviewLink[] {
  return db
    .select({ id: previewLinks.tokenHash, expiresAt: previewLinks.expiresAt, madeBy: users.name })
    .from(previewLinks)
    .leftJoin(users, eq(users.id, previewLinks.createdBy))
    .where(and(eq(previewLinks.postId, postId), gt(previewLinks.expiresAt, now)))
    .orderBy(desc(previewLinks.createdAt))
    .all()
    .map((link) => ({ ...link, madeBy: link.madeBy ?? '' }));
}

/**
 * Finds the post that a link's token opens, or null when the token never existed, was revoked or has expired;
 * a post in the bin is shown to nobody. The token opens only this draft.
 * @param now epoch ms.
 */
export function findPreviewed(
  db: Db,
  token: string,
  now: number,
): { postId: number; expiresAt: number } | null {
  const link = db
    .select({ postId: previewLinks.postId, expiresAt: previewLinks.expiresAt })
    .from(previewLinks)
    .innerJoin(posts, and(eq(posts.id, previewLinks.postId), ne(posts.status, 'binned')))
    .where(and(eq(previewLinks.tokenHash, hashToken(token)), gt(previewLinks.expiresAt, now)))
    .get();
  return link ?? null;
}
