import { startPublicationJobs } from '@/lib/serving/publication-jobs';
import type { Purpose } from './outbox-life';

const AGAIN = `UPDATE posts SET status = 'scheduled', scheduled_at = 1, scheduled_revision_id = live_revision_id
  WHERE id = ?`;

/** A life in which published posts are scheduled again, for a time in the past, and published. */
export const scheduledPosts: Purpose = {
  order: (db) =>
    db.transaction(() => {
      const client = db.$client;
      const postId = client.prepare("SELECT id FROM posts WHERE status = 'published' LIMIT 1").pluck().get();
      if (postId === undefined) return null;
      client.prepare(AGAIN).run(postId);
      return Number(client.prepare('INSERT INTO orders (post_id) VALUES (?)').run(postId).lastInsertRowid);
    }),
  start: (db, _, report) => startPublicationJobs(db, { edgePurgeUrls: [], report }),
};
