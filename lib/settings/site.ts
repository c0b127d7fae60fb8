import { eq, getTableColumns, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '@/db/client';
import { site } from '@/db/schema';
import { because } from '@/lib/forms';
import { LANGUAGE_CODES, type LocalText } from '@/lib/language/languages';
import { currentTimeZone } from './time-zones';

const Language = z.enum(LANGUAGE_CODES);
/** Words in one or more languages; at most 2,000 characters each. */
export const LocalTextSchema = z.partialRecord(Language, z.string().trim().max(2000));

/** A time zone by any of its names, stored under its current one. */
const TimeZone = z
  .string()
  .refine((name) => currentTimeZone(name) !== null, because('unknownTimeZone'))
  .transform((name) => currentTimeZone(name) ?? name);

/** The owner's settings of the publication. The first language is that of `/`. */
export const SiteSettings = z.object({
  name: LocalTextSchema.refine((name) => Object.values(name).some(Boolean), because('namePublication')),
  tagline: LocalTextSchema,
  languages: z.array(Language).min(1, because('chooseLanguage')),
  timeZone: TimeZone,
  /** Whether dates and counts use the digits of their language, or Latin ones. */
  hasOwnDigits: z.boolean(),
  /** Whether the front page has its first posts in full. */
  hasWholePosts: z.boolean(),
  navigation: z
    .array(z.object({ label: LocalTextSchema, path: z.string().startsWith('/').max(300) }))
    .max(12),
});

const MenuTopic = z.object({ slug: z.string(), name: LocalTextSchema });
type MenuTopic = z.infer<typeof MenuTopic>;

export interface Site extends z.infer<typeof SiteSettings> {
  name: LocalText;
  tagline: LocalText;
  /** The topics in the menu of every page: those that owners chose, while they have posts. */
  menuTopics: MenuTopic[];
}

// Every page reads the settings: with the content version among them, no page could outlive a change elsewhere.
const { contentVersion: _, ...COLUMNS } = getTableColumns(site);

/** In the same statement, because every page reads it. */
const menuTopics = sql`(
  select json_group_array(json_object('slug', t.slug, 'name', json(t.name))) from topics t
  where t.in_menu and exists (select 1 from topic_posts where topic_id = t.id))`.mapWith((json: string) =>
  z.array(MenuTopic).parse(JSON.parse(json)),
);

/** Returns the publication's settings, and the topics of its menu. */
export function readSite(db: Db | Tx): Site {
  const row = db
    .select({ ...COLUMNS, menuTopics })
    .from(site)
    .where(eq(site.id, 1))
    .get();
  if (!row) throw new Error('The site row is missing: the database was not migrated.');
  return { ...SiteSettings.parse(row), menuTopics: row.menuTopics };
}
