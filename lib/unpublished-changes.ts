import { getTableColumns, sql } from 'drizzle-orm';
import { drafts, WRITTEN_COLUMNS } from '@/db/schema';

const columns = Object.entries(getTableColumns(drafts)).filter(([field]) => field in WRITTEN_COLUMNS);
const differences = columns.map(([, { name }]) =>
  // Null counts as a different value too.
  sql.raw(`r.${name} is not drafts.${name}`),
);

/**
 * True when a draft differs from the scheduled or else the live revision of its post, in a statement that has `posts`
 * and `drafts`. It compares whole texts: lists read the column `has_changes` of `desk_posts`.
 */
export const hasUnpublishedChanges = sql<number>`exists (select 1 from revisions r
  where r.id = coalesce(posts.scheduled_revision_id, posts.live_revision_id)
  and (${sql.join(differences, sql` or `)}))`;
