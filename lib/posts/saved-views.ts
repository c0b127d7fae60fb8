import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '@/db/client';
import { savedViews } from '@/db/schema';
import { hasAccount } from '@/lib/accounts/policies';
import { type Actor, requireUserId } from '@/lib/actor';
import { command } from '@/lib/commands';
import { Refusal } from '@/lib/errors';

const MOST_VIEWS = 40;

const Name = z.string().trim().min(1).max(60);
/** `query` is a query of `/admin/posts`, and is validated there like any address. */
export const NewView = z.object({ name: Name, query: z.string().max(1000) });
export const RenamedView = z.object({ viewId: z.coerce.number().int(), name: Name });
export const ViewId = z.object({ viewId: z.coerce.number().int() });

/** Lists the views that a person saved, oldest first. */
export function listSavedViews(db: Db, userId: number) {
  return db
    .select({ id: savedViews.id, name: savedViews.name, query: savedViews.query })
    .from(savedViews)
    .where(eq(savedViews.userId, userId))
    .orderBy(asc(savedViews.createdAt), asc(savedViews.id))
    .all();
}

/** Saves a filtered list under a name, for the person who created it. */
export const saveView = command(
  'saveView',
  hasAccount,
  (tx, input: z.infer<typeof NewView>, { actor, now }) => {
    const owner = requireUserId(actor);
    const own = tx.select().from(savedViews).where(eq(savedViews.userId, owner)).all();
    if (own.length >= MOST_VIEWS) {
      throw new Refusal('invalid', 'tooManyViews', { count: MOST_VIEWS });
    }
    tx.insert(savedViews)
      .values({ ...input, userId: owner, createdAt: now })
      .run();
    return {};
  },
);

/** @throws Refusal `not_found` when the person has no such view. */
export const renameView = command(
  'renameView',
  hasAccount,
  (tx, input: z.infer<typeof RenamedView>, { actor }) => {
    const renamed = tx.update(savedViews).set({ name: input.name }).where(ownView(input.viewId, actor)).run();
    if (renamed.changes === 0) throw new Refusal('not_found', 'viewGone');
    return {};
  },
);

/** @throws Refusal `not_found` when the person has no such view. */
export const deleteView = command(
  'deleteView',
  hasAccount,
  (tx, input: z.infer<typeof ViewId>, { actor }) => {
    const deleted = tx.delete(savedViews).where(ownView(input.viewId, actor)).run();
    if (deleted.changes === 0) throw new Refusal('not_found', 'viewGone');
    return {};
  },
);

function ownView(viewId: number, actor: Actor) {
  return and(eq(savedViews.id, viewId), eq(savedViews.userId, requireUserId(actor)));
}
