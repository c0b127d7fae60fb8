import { eq, getTableColumns, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { z } from 'zod';
import type { Db, Tx } from '@/db/client';
import type { Rendition } from '@/db/column-types';
import { media, site } from '@/db/schema';
import { because } from '@/lib/forms';
import { LANGUAGE_CODES, type LanguageCode, type LocalText } from '@/lib/language/languages';
import { LICENCE_CODES } from './licences';
import { currentTimeZone } from './time-zones';

const Language = z.enum(LANGUAGE_CODES);
/** Words in one or more languages; at most 2,000 characters each. */
export const LocalTextSchema = z.partialRecord(Language, z.string().trim().max(2000));

/** A time zone by any of its names, stored under its current one. */
const TimeZone = z
  .string()
  .refine((name) => currentTimeZone(name) !== null, because('unknownTimeZone'))
  .transform((name) => currentTimeZone(name) ?? name);

/** A link with its words; a path of this site, or a whole web address. */
const NamedLink = z.object({ label: LocalTextSchema, path: z.string().max(500) });

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
  navigation: z.array(NamedLink),
  footer: LocalTextSchema,
  contact: z.string(),
  social: z.array(z.string()),
  blogroll: z.array(NamedLink),
  licence: z.enum(LICENCE_CODES),
  /** As `#rrggbb`; empty for the colour of the theme. */
  accent: z.string(),
  logoMediaId: z.string().nullable(),
  iconMediaId: z.string().nullable(),
});

/** A picture that stands for the publication. */
export interface SitePicture {
  id: string;
  widthPx: number;
  heightPx: number;
  /** In ascending order of width, in every stored format. */
  renditions: Rendition[];
}

const MenuTopic = z.object({
  slug: z.string(),
  name: LocalTextSchema,
  /** Those in which readers can find posts of the topic. */
  languages: z.array(Language),
});
type MenuTopic = z.infer<typeof MenuTopic>;

export interface Site extends z.infer<typeof SiteSettings> {
  name: LocalText;
  tagline: LocalText;
  /** The topics in the menu of every page: those that owners chose, while they have posts. */
  menuTopics: MenuTopic[];
  logo: SitePicture | null;
  icon: SitePicture | null;
  navigation: MenuItem[];
}

/** A link of the menu. */
export interface MenuItem {
  label: LocalText;
  path: string;
  /** The page in other languages, where the menu was read for readers. */
  translations?: { language: LanguageCode; slug: string }[];
}

// Every page reads the settings: with the content version among them, no page could outlive a change elsewhere.
const { contentVersion: _, ...COLUMNS } = getTableColumns(site);
// In the same statement, since every page would need two more for its logo and its icon.
const LOGO = alias(media, 'logo');
const ICON = alias(media, 'icon');

const LOGO_FACTS = {
  id: LOGO.id,
  widthPx: LOGO.widthPx,
  heightPx: LOGO.heightPx,
  renditions: LOGO.renditions,
};
const ICON_FACTS = {
  id: ICON.id,
  widthPx: ICON.widthPx,
  heightPx: ICON.heightPx,
  renditions: ICON.renditions,
};

/** Looked up once for each language: to read the languages of all posts of a topic takes as long as it has posts. */
const languagesOfTopic = sql`(
  select json_group_array(value) from json_each(${JSON.stringify(LANGUAGE_CODES)})
  where exists (select 1 from topic_posts where topic_id = t.id and language = value))`;

/** In the same statement, because every page reads it. */
const menuTopics = sql`(
  select json_group_array(json_object('slug', t.slug, 'name', json(t.name), 'languages', json(${languagesOfTopic})))
  from topics t
  where t.in_menu and exists (select 1 from topic_posts where topic_id = t.id))`.mapWith((json: string) =>
  z.array(MenuTopic).parse(JSON.parse(json)),
);

/** Returns the publication's settings, and the topics of its menu. */
export function readSite(db: Db | Tx): Site {
  const row = db
    .select({ settings: COLUMNS, menuTopics, logo: LOGO_FACTS, icon: ICON_FACTS })
    .from(site)
    .leftJoin(LOGO, eq(LOGO.id, site.logoMediaId))
    .leftJoin(ICON, eq(ICON.id, site.iconMediaId))
    .where(eq(site.id, 1))
    .get();
  if (!row) throw new Error('The site row is missing: the database was not migrated.');
  return { ...SiteSettings.parse(row.settings), menuTopics: row.menuTopics, logo: row.logo, icon: row.icon };
}
