import { asc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { audit, drafts, posts, revisions } from '@/db/schema';

/** Returns ways to read what commands wrote about posts, in the database that is open at the time. */
export function rowsOf(database: () => Db) {
  const post = (postId: number) => database().select().from(posts).where(eq(posts.id, postId)).get();
  return {
    post,
    draft: (postId: number) => database().select().from(drafts).where(eq(drafts.postId, postId)).get(),
    /** The revision that readers see. */
    live: (postId: number) => {
      const id = post(postId)?.liveRevisionId ?? 0;
      return database().select().from(revisions).where(eq(revisions.id, id)).get();
    },
    /** The names of the commands in the audit log, in order. */
    logged: () => {
      const rows = database().select({ command: audit.command }).from(audit).orderBy(asc(audit.id)).all();
      return rows.map(({ command }) => command);
    },
  };
}
