import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';

const rankOf = (language: string) =>
  sql.raw(`coalesce((select key from site, json_each(site.languages) where value = ${language}), 99)`);

/**
 * The same condition as in the triggers of migration 0022. With the plus signs SQLite looks for translations by their
 * group, and does not read every published post.
 */
const isSecond = sql`exists (select 1 from posts other
  where other.translation_group_id = posts.translation_group_id and other.id <> posts.id
    and +other.status = 'published' and +other.kind = 'post' and other.published_at is not null
    and ${rankOf('other.language')} < ${rankOf('posts.language')})`;

/**
 * Finds again which posts readers also have in an earlier language, as the triggers keep it. It changes nothing in a
 * database without errors.
 */
export function findSecondLanguages(tx: Tx): void {
  tx.run(sql`update posts set is_second_language = ${isSecond} where is_second_language <> ${isSecond}`);
}
