import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type {
  Body,
  BylineEntry,
  LanguageCode,
  LeadWords,
  LocalText,
  NamedLink,
  PictureEdit,
  Rendition,
  Source,
  StoredFile,
} from './column-types';
import { LICENCE_CODES } from './licence-codes';
import { POST_STATUSES } from './post-statuses';

/*
 * Every table of a publication. Instants are epoch milliseconds in UTC; sizes are in the unit that the name
 * gives. Search tables and the content-version triggers are in hand-written migrations, since Drizzle cannot
 * express them.
 */

const instant = (name: string) => integer(name, { mode: 'number' });
const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>();

/** The publication: one row, id 1. */
export const site = sqliteTable('site', {
  id: integer('id').primaryKey(),
  name: json<LocalText>('name').notNull(),
  tagline: json<LocalText>('tagline').notNull(),
  languages: json<LanguageCode[]>('languages').notNull(),
  timeZone: text('time_zone').notNull(),
  /** Whether dates and counts use the digits of their language, such as Khmer digits, or Latin digits. */
  hasOwnDigits: integer('has_own_digits', { mode: 'boolean' }).notNull().default(true),
  /** Whether the front page has its first posts in full. */
  hasWholePosts: integer('has_whole_posts', { mode: 'boolean' }).notNull().default(false),
  navigation: json<NamedLink[]>('navigation').notNull(),
  /** Words at the end of every page. */
  footer: json<LocalText>('footer').notNull().default({}),
  /** The mail address for readers; empty for none. */
  contact: text('contact').notNull().default(''),
  /** Web addresses of the publication in social networks. */
  social: json<string[]>('social').notNull().default([]),
  /** Other sites, and pages of this one, that every page names at its end. */
  blogroll: json<NamedLink[]>('blogroll').notNull().default([]),
  /** The licence of the publication's own texts; empty says nothing about it. */
  licence: text('licence', { enum: LICENCE_CODES }).notNull().default(''),
  /** The colour that the owner chose, as `#rrggbb`; empty for the theme's. */
  accent: text('accent').notNull().default(''),
  logoMediaId: text('logo_media_id').references((): AnySQLiteColumn => media.id),
  iconMediaId: text('icon_media_id').references((): AnySQLiteColumn => media.id),
  contentVersion: integer('content_version').notNull().default(1),
});

export const users = sqliteTable(
  'users',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    email: text('email').notNull(),
    passphraseHash: text('passphrase_hash').notNull(),
    name: text('name').notNull(),
    role: text('role', { enum: ['owner', 'author'] }).notNull(),
    /** The admin language of this person; null means the same as the site. */
    language: text('language').$type<LanguageCode>(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('users_email').on(t.email)],
);

/** A signed-in browser. Only the SHA-256 of its token is stored, so a stolen file opens no session. */
export const sessions = sqliteTable(
  'sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    userAgent: text('user_agent').notNull(),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** Whether a browser opened it that had never signed in before, and the person has not said that it was theirs. */
    isNewDevice: integer('is_new_device', { mode: 'boolean' }).notNull().default(false),
  },
  (t) => [index('sessions_user').on(t.userId, t.lastSeenAt)],
);

/** Browsers that have signed in to an account before; strangers' failures do not make them wait. */
export const devices = sqliteTable(
  'devices',
  {
    tokenHash: text('token_hash').primaryKey(),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at').notNull(),
  },
  (t) => [index('devices_user').on(t.userId)],
);

/** Passkeys of accounts: `id` is the credential's, `publicKey` COSE as base64url. */
export const passkeys = sqliteTable(
  'passkeys',
  {
    id: text('id').primaryKey(),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    publicKey: text('public_key').notNull(),
    counter: integer('counter').notNull(),
    transports: text('transports', { mode: 'json' }).$type<string[]>().notNull(),
    name: text('name').notNull(),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at').notNull(),
  },
  (t) => [index('passkeys_user').on(t.userId, t.createdAt)],
);

/** Challenges that a passkey has answered, as long as they would be accepted. */
export const usedChallenges = sqliteTable('used_challenges', {
  challenge: text('challenge').primaryKey(),
  usedAt: instant('used_at').notNull(),
});

/** Failed sign-ins and proofs, counted per known browser, network and account to slow down guessing. */
export const signInFailures = sqliteTable('sign_in_failures', {
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  lastAt: instant('last_at').notNull(),
});

/** The one-time link for creating the owner's account; stores the SHA-256 of its token. */
export const setupLinks = sqliteTable('setup_links', {
  tokenHash: text('token_hash').primaryKey(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
});

/** A person who writes; a guest has no account. */
export const authors = sqliteTable(
  'authors',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    slug: text('slug').notNull(),
    name: json<LocalText>('name').notNull(),
    biography: json<LocalText>('biography').notNull().default({}),
    mediaId: text('media_id').references(() => media.id),
    /** The author's own web and mail addresses elsewhere. */
    links: json<string[]>('links').notNull().default([]),
    userId: integer('user_id').references(() => users.id, { onDelete: 'set null' }),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull().default(false),
    /** True for an agency or an editorial board, which machines must not take for a person. */
    isOrganisation: integer('is_organisation', { mode: 'boolean' }).notNull().default(false),
  },
  (t) => [uniqueIndex('authors_slug').on(t.slug)],
);

export const topics = sqliteTable(
  'topics',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    slug: text('slug').notNull(),
    name: json<LocalText>('name').notNull(),
    description: json<LocalText>('description').notNull().default({}),
    mediaId: text('media_id').references(() => media.id),
    /** Whether the menu of every page shows it, while it has posts. */
    isInMenu: integer('in_menu', { mode: 'boolean' }).notNull().default(true),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull().default(false),
  },
  (t) => [uniqueIndex('topics_slug').on(t.slug)],
);

/** A named, ordered set of posts; each post stores its series and its part number. */
export const series = sqliteTable(
  'series',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    slug: text('slug').notNull(),
    name: json<LocalText>('name').notNull(),
    description: json<LocalText>('description').notNull().default({}),
    mediaId: text('media_id').references(() => media.id),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull().default(false),
  },
  (t) => [uniqueIndex('series_slug').on(t.slug)],
);

/**
 * A picture, or the author's own audio or video. Its files are in `<data>/media/<id>/` and contain no EXIF or
 * GPS data.
 */
export const media = sqliteTable(
  'media',
  {
    id: text('id').primaryKey(),
    sha256: text('sha256').notNull(),
    originalName: text('original_name').notNull(),
    mime: text('mime').notNull(),
    kind: text('kind', { enum: ['picture', 'audio', 'video'] })
      .notNull()
      .default('picture'),
    /** Zero for audio. */
    widthPx: integer('width_px').notNull(),
    heightPx: integer('height_px').notNull(),
    bytes: integer('bytes').notNull(),
    /** The focus point for cropping, in per cent from the top left corner. */
    focusX: integer('focus_x').notNull().default(50),
    focusY: integer('focus_y').notNull().default(50),
    renditions: json<Rendition[]>('renditions').notNull(),
    /**
     * The file of a still picture from which renditions can be made again; null where there is none, and for a
     * picture of an earlier version until `manage check` sees it.
     */
    master: json<StoredFile>('master'),
    /** How a picture was turned and cropped: its size and renditions are those of the result. Null for the whole original. */
    edit: json<PictureEdit>('edit'),
    alt: text('alt').notNull().default(''),
    caption: text('caption').notNull().default(''),
    credit: text('credit').notNull().default(''),
    createdAt: instant('created_at').notNull(),
    createdBy: integer('created_by').references(() => users.id, { onDelete: 'set null' }),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull().default(false),
  },
  (t) => [
    uniqueIndex('media_sha256').on(t.sha256),
    index('media_created').on(t.createdAt),
    // The page of posts with video or audio starts from it: lib/posts/recorded-posts.ts has the same condition.
    index('media_recordings').on(t.id).where(sql`kind <> 'picture'`),
  ],
);

/** Posts that are translations of each other share a group. */
export const translationGroups = sqliteTable('translation_groups', {
  id: integer('id').primaryKey({ autoIncrement: true }),
});

/**
 * A post or page. `feedId` is its permanent id in feeds. `excerpt`, `publishedMonth` (`2022-10` in the site's
 * zone), `wordCount` and the texts of `postTexts` are derived: see lib/posts/derive.ts.
 */
/** Whether others may publish a post. */
export const REPUBLISHING = ['site', 'yes', 'no'] as const;

export const posts = sqliteTable(
  'posts',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    feedId: text('feed_id').notNull(),
    slug: text('slug').notNull(),
    language: text('language').$type<LanguageCode>().notNull(),
    kind: text('kind', { enum: ['post', 'page'] }).notNull(),
    /** `unlisted`: readable by anyone with the link, but in no list, feed or search. */
    status: text('status', { enum: POST_STATUSES }).notNull(),
    /** Its status before it was moved to the bin, and when that happened. */
    statusBeforeBin: text('status_before_bin', { enum: POST_STATUSES }),
    binnedAt: instant('binned_at'),
    liveRevisionId: integer('live_revision_id'),
    scheduledRevisionId: integer('scheduled_revision_id'),
    publishedAt: instant('published_at'),
    scheduledAt: instant('scheduled_at'),
    /** When the live text last changed. */
    updatedAt: instant('updated_at'),
    /** When its text last changed after publication; null if it has not. */
    revisedAt: instant('revised_at'),
    createdAt: instant('created_at').notNull(),
    createdBy: integer('created_by').references(() => users.id, { onDelete: 'set null' }),
    translationGroupId: integer('translation_group_id').references(() => translationGroups.id, {
      onDelete: 'set null',
    }),
    /**
     * Kept by triggers: whether readers also have this post in a language that comes before its own in the settings. A
     * list of all languages leaves it out.
     */
    isSecondLanguage: integer('is_second_language', { mode: 'boolean' }).notNull().default(false),
    seriesId: integer('series_id').references(() => series.id, { onDelete: 'set null' }),
    /** Its position in its series, from 1. */
    seriesPart: integer('series_part'),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull().default(false),
    /** Whether others may publish it: `site` as the licence of the publication's texts says. */
    republishing: text('republishing', { enum: REPUBLISHING }).notNull().default('site'),
    /** Its special place on the front page, since when it has it, and until when if that is set. */
    frontPlace: text('front_place', { enum: ['pinned', 'picked'] }),
    frontPlacedAt: instant('front_placed_at'),
    frontUntil: instant('front_until'),
    excerpt: text('excerpt').notNull().default(''),
    wordCount: integer('word_count').notNull().default(0),
    publishedMonth: text('published_month'),
  },
  (t) => [
    uniqueIndex('posts_slug').on(t.slug),
    uniqueIndex('posts_feed_id').on(t.feedId),
    index('posts_live').on(t.status, t.kind, t.publishedAt, t.id),
    index('posts_live_language').on(t.status, t.kind, t.language, t.publishedAt, t.id),
    index('posts_live_month').on(t.status, t.kind, t.publishedMonth, t.publishedAt),
    index('posts_translations').on(t.translationGroupId),
    index('posts_series').on(t.seriesId, t.seriesPart),
    index('posts_newest').on(t.createdAt),
    // A part of the sitemap is a thousand ids: see lib/posts/sitemap-queries.ts, which has the same expression.
    index('posts_sitemap').on(t.status, sql`(id - 1) / 1000`, t.updatedAt),
    index('posts_changed').on(t.status, t.updatedAt),
    index('posts_samples').on(t.id).where(sql`is_sample = 1`),
    index('posts_front').on(t.frontPlace).where(sql`front_place is not null`),
  ],
);

/** The fields that an author writes. Drafts, revisions and restore points have all of them, and so do their tables. */
export const WRITTEN_COLUMNS = {
  headline: text('headline').notNull(),
  standfirst: text('standfirst').notNull(),
  /** ProseMirror JSON, validated by lib/document wherever it enters. */
  body: json<Body>('body').notNull(),
  byline: json<BylineEntry[]>('byline').notNull(),
  topicIds: json<number[]>('topic_ids').notNull(),
  leadMediaId: text('lead_media_id').references(() => media.id),
  leadWords: json<LeadWords>('lead_words').notNull().default({ alt: '', caption: '', credit: '' }),
  source: json<Source | null>('source'),
  seoTitle: text('seo_title').notNull(),
  seoDescription: text('seo_description').notNull(),
};

/** An immutable text of a post; readers see the live one. */
export const revisions = sqliteTable(
  'revisions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    postId: integer('post_id')
      .notNull()
      .references(() => posts.id, { onDelete: 'cascade' }),
    ...WRITTEN_COLUMNS,
    /** The body as readers get it, rendered once when the revision is created. */
    bodyHtml: text('body_html').notNull(),
    /** A change without notice: typos and formatting only, so readers are not told that the text changed. */
    isSilent: integer('is_silent', { mode: 'boolean' }).notNull().default(false),
    createdAt: instant('created_at').notNull(),
    createdBy: integer('created_by').references(() => users.id, { onDelete: 'set null' }),
  },
  (t) => [
    index('revisions_post').on(t.postId, t.createdAt),
    index('revisions_lead').on(t.leadMediaId).where(sql`lead_media_id is not null`),
  ],
);

/** The working copy of a post, one per post. A save must name the version that it changes. */
export const drafts = sqliteTable(
  'drafts',
  {
    postId: integer('post_id')
      .primaryKey()
      .references(() => posts.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    ...WRITTEN_COLUMNS,
    /** The save that created the version: `<version>:<line>:<sequence>`. Valid only while that version is current. */
    savedAs: text('saved_as'),
    /** The version in the authors' search index, which is updated before each search. */
    indexedVersion: integer('indexed_version').notNull().default(0),
    updatedAt: instant('updated_at').notNull(),
    updatedBy: integer('updated_by').references(() => users.id, { onDelete: 'set null' }),
  },
  (t) => [
    index('drafts_updated').on(t.updatedAt),
    index('drafts_lead').on(t.leadMediaId).where(sql`lead_media_id is not null`),
    index('drafts_unindexed').on(t.postId).where(sql`indexed_version <> version`),
  ],
);

/**
 * Why a restore point was created: while writing, at the end of a writing session, before a large change, or
 * by its author.
 */
const RESTORE_REASONS = ['writing', 'sitting', 'change', 'named'] as const;

/** An earlier text of a draft; older restore points are thinned out, but never those with a name. */
export const restorePoints = sqliteTable(
  'restore_points',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    postId: integer('post_id')
      .notNull()
      .references(() => posts.id, { onDelete: 'cascade' }),
    draftVersion: integer('draft_version').notNull(),
    ...WRITTEN_COLUMNS,
    reason: text('reason', { enum: RESTORE_REASONS }).notNull().default('writing'),
    /** The name that its author gave it. */
    name: text('name'),
    wordCount: integer('word_count').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    createdBy: integer('created_by').references(() => users.id, { onDelete: 'set null' }),
  },
  (t) => [
    index('restore_points_post').on(t.postId, t.createdAt),
    index('restore_points_lead').on(t.leadMediaId).where(sql`lead_media_id is not null`),
  ],
);

/** A secret address where someone without an account can read a draft; only its SHA-256 is stored. */
export const previewLinks = sqliteTable(
  'preview_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    postId: integer('post_id')
      .notNull()
      .references(() => posts.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    createdBy: integer('created_by').references(() => users.id, { onDelete: 'set null' }),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [index('preview_links_post').on(t.postId)],
);

/** A filtered list of posts that a person saved under a name. */
export const savedViews = sqliteTable(
  'saved_views',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** The query of `/admin/posts`, such as `status=draft&language=km`. */
    query: text('query').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('saved_views_user').on(t.userId, t.createdAt)],
);

/** The shape of a post to begin with. Only the admin shows it: it is no post, and is in no list or count of posts. */
export const templates = sqliteTable(
  'templates',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    name: text('name').notNull(),
    language: text('language').$type<LanguageCode>().notNull(),
    kind: text('kind', { enum: ['post', 'page'] }).notNull(),
    /** The written fields of a post. They are checked wherever they are used, as those of a save are. */
    writing: json<unknown>('writing').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: integer('created_by').references(() => users.id, { onDelete: 'set null' }),
  },
  (t) => [uniqueIndex('templates_name').on(t.name)],
);

/** Kept by a trigger: the media in templates, which must not be deleted. */
export const templateUses = sqliteTable(
  'template_uses',
  {
    mediaId: text('media_id')
      .notNull()
      .references(() => media.id),
    templateId: integer('template_id')
      .notNull()
      .references(() => templates.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.mediaId, t.templateId] }),
    index('template_uses_template').on(t.templateId),
  ],
);

/** Words or blocks that authors keep under a name, to insert them into texts. Only the admin shows them. */
export const snippets = sqliteTable(
  'snippets',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    name: text('name').notNull(),
    /** The language of texts for which it is offered first; null for every language. */
    language: text('language').$type<LanguageCode>(),
    body: json<Body>('body').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: integer('created_by').references(() => users.id, { onDelete: 'set null' }),
  },
  (t) => [uniqueIndex('snippets_name').on(t.name)],
);

/** Kept by a trigger: the media in snippets, which must not be deleted. */
export const snippetUses = sqliteTable(
  'snippet_uses',
  {
    mediaId: text('media_id')
      .notNull()
      .references(() => media.id),
    snippetId: integer('snippet_id')
      .notNull()
      .references(() => snippets.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.mediaId, t.snippetId] }), index('snippet_uses_snippet').on(t.snippetId)],
);

/** How many words a post should have, for those who write it. A post without a row has no goal. */
export const writingGoals = sqliteTable('writing_goals', {
  postId: integer('post_id')
    .primaryKey()
    .references(() => posts.id, { onDelete: 'cascade' }),
  words: integer('words').notNull(),
  setAt: instant('set_at').notNull(),
  setBy: integer('set_by').references(() => users.id, { onDelete: 'set null' }),
});

/** Derived: the plain text of a live post, for the passages of search results. */
export const postTexts = sqliteTable('post_texts', {
  postId: integer('post_id')
    .primaryKey()
    .references(() => posts.id, { onDelete: 'cascade' }),
  text: text('text').notNull(),
});

/** Derived: every slug that was ever public, so that old links keep working. */
export const postSlugs = sqliteTable(
  'post_slugs',
  {
    slug: text('slug').primaryKey(),
    postId: integer('post_id')
      .notNull()
      .references(() => posts.id, { onDelete: 'cascade' }),
  },
  (t) => [index('post_slugs_post').on(t.postId)],
);

/** Derived: the live posts of a topic, in list order. */
export const topicPosts = sqliteTable(
  'topic_posts',
  {
    topicId: integer('topic_id')
      .notNull()
      .references(() => topics.id, { onDelete: 'cascade' }),
    postId: integer('post_id')
      .notNull()
      .references(() => posts.id, { onDelete: 'cascade' }),
    publishedAt: instant('published_at').notNull(),
    language: text('language').$type<LanguageCode>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.topicId, t.publishedAt, t.postId] }),
    index('topic_posts_language').on(t.topicId, t.language, t.publishedAt, t.postId),
    index('topic_posts_post').on(t.postId),
  ],
);

/** Derived: the live posts of an author, in list order. */
export const authorPosts = sqliteTable(
  'author_posts',
  {
    authorId: integer('author_id')
      .notNull()
      .references(() => authors.id, { onDelete: 'cascade' }),
    postId: integer('post_id')
      .notNull()
      .references(() => posts.id, { onDelete: 'cascade' }),
    publishedAt: instant('published_at').notNull(),
    language: text('language').$type<LanguageCode>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.authorId, t.publishedAt, t.postId] }),
    index('author_posts_language').on(t.authorId, t.language, t.publishedAt, t.postId),
    index('author_posts_post').on(t.postId),
  ],
);

/**
 * Derived: what the admin's lists show of a post, and what they filter and sort by, so that no list reads a text. The
 * indexes end with the columns of filters, so that a list is found in one index, whatever it leaves out.
 */
export const deskPosts = sqliteTable(
  'desk_posts',
  {
    postId: integer('post_id')
      .primaryKey()
      .references(() => posts.id, { onDelete: 'cascade' }),
    status: text('status', { enum: POST_STATUSES }).notNull(),
    isBinned: integer('is_binned', { mode: 'boolean' }).notNull(),
    language: text('language').$type<LanguageCode>().notNull(),
    kind: text('kind', { enum: ['post', 'page'] }).notNull(),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
    createdBy: integer('created_by').references(() => users.id, { onDelete: 'set null' }),
    /** Of the draft, as are all below. */
    headline: text('headline').notNull(),
    /** The names, separated by commas. */
    byline: text('byline').notNull(),
    /** Null, as its word count, until a post from before these columns is saved again. */
    firstWords: text('first_words'),
    wordCount: integer('word_count'),
    updatedAt: instant('updated_at').notNull(),
    /** When the post is due, or was published; otherwise when its draft was last edited. */
    ownDate: instant('own_date').notNull(),
    binnedAt: instant('binned_at'),
    /** Whether the draft differs from the scheduled or else the live text. */
    hasChanges: integer('has_changes', { mode: 'boolean' }).notNull(),
  },
  (t) => {
    const filters = [t.language, t.kind, t.createdBy] as const;
    const byHeadline = sql`headline collate nocase`;
    return [
      index('desk_posts_edited').on(t.isBinned, t.updatedAt, t.postId, t.status, t.ownDate, ...filters),
      index('desk_posts_dated').on(t.isBinned, t.ownDate, t.postId, t.status, t.updatedAt, ...filters),
      index('desk_posts_named').on(t.isBinned, byHeadline, t.postId, t.status, t.ownDate, ...filters),
      index('desk_posts_status_edited').on(t.status, t.updatedAt, t.postId, t.ownDate, ...filters),
      index('desk_posts_status_dated').on(t.status, t.ownDate, t.postId, ...filters),
      index('desk_posts_status_named').on(t.status, byHeadline, t.postId, t.ownDate, ...filters),
      index('desk_posts_binned').on(t.status, t.binnedAt, t.postId, t.ownDate, ...filters),
      index('desk_posts_own_edited').on(t.createdBy, t.isBinned, t.updatedAt, t.postId, t.status, t.ownDate),
      index('desk_posts_own_dated').on(t.createdBy, t.isBinned, t.ownDate, t.postId, t.status),
    ];
  },
);

/** Derived: the topics and the authors of every draft, in the orders of the admin's list. */
export const deskLabels = sqliteTable(
  'desk_labels',
  {
    label: text('label', { enum: ['topic', 'author'] }).notNull(),
    /** The id of the topic or author, which may have been deleted since. */
    labelId: integer('label_id').notNull(),
    postId: integer('post_id')
      .notNull()
      .references(() => posts.id, { onDelete: 'cascade' }),
    isBinned: integer('is_binned', { mode: 'boolean' }).notNull(),
    updatedAt: instant('updated_at').notNull(),
    ownDate: instant('own_date').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.label, t.labelId, t.postId] }),
    index('desk_labels_edited').on(t.label, t.labelId, t.isBinned, t.updatedAt, t.postId),
    index('desk_labels_dated').on(t.label, t.labelId, t.isBinned, t.ownDate, t.postId),
    index('desk_labels_post').on(t.postId),
  ],
);

/** Kept by triggers: how many rows `desk_posts` has for each status and creator (0 for none). */
export const deskCounts = sqliteTable(
  'desk_counts',
  {
    createdBy: integer('created_by').notNull(),
    status: text('status', { enum: POST_STATUSES }).notNull(),
    posts: integer('posts').notNull(),
  },
  (t) => [primaryKey({ columns: [t.createdBy, t.status] })],
);

/**
 * Kept by triggers: how many posts a list of readers has in each span of thirty days, so that a total and the place
 * of any page are found without counting posts. See lib/posts/list-spans.ts.
 */
export const listSpans = sqliteTable(
  'list_spans',
  {
    list: text('list', { enum: ['all', 'once', 'language', 'topic', 'author'] }).notNull(),
    /** The language, or the id of the topic or author; empty for all posts. */
    owner: text('owner').notNull(),
    /** The first instant of the span: a multiple of thirty days. */
    startsAt: instant('starts_at').notNull(),
    posts: integer('posts').notNull(),
  },
  (t) => [primaryKey({ columns: [t.list, t.owner, t.startsAt] })],
);

/** Kept by triggers: how many listed posts there are in each month and language. */
export const listMonths = sqliteTable(
  'list_months',
  {
    month: text('month').notNull(),
    language: text('language').$type<LanguageCode>().notNull(),
    posts: integer('posts').notNull(),
  },
  (t) => [primaryKey({ columns: [t.month, t.language] })],
);

/** Derived: which posts use a picture, in the draft or the live text. */
export const mediaUses = sqliteTable(
  'media_uses',
  {
    mediaId: text('media_id')
      .notNull()
      .references(() => media.id),
    postId: integer('post_id')
      .notNull()
      .references(() => posts.id, { onDelete: 'cascade' }),
    /** Whether the live text shows it. */
    isLive: integer('is_live', { mode: 'boolean' }).notNull().default(false),
    /** How often the draft shows it without alt text of its own. */
    withoutAlt: integer('without_alt').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.mediaId, t.postId] }), index('media_uses_post').on(t.postId)],
);

/**
 * Kept by a trigger: the media that the body of a revision shows, and the authors and topics that the revision names,
 * so that whoever asks what uses them reads no text. Its picture at the top is in an index of `revisions`.
 */
export const revisionUses = sqliteTable(
  'revision_uses',
  {
    used: text('used', { enum: ['medium', 'author', 'topic'] }).notNull(),
    /** The id of the medium, author or topic, which may have been deleted since. */
    usedId: text('used_id').notNull(),
    revisionId: integer('revision_id')
      .notNull()
      .references(() => revisions.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.used, t.usedId, t.revisionId] }),
    index('revision_uses_revision').on(t.revisionId),
  ],
);

/** A dated, public note of what was wrong in a live post. */
export const corrections = sqliteTable(
  'corrections',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    postId: integer('post_id')
      .notNull()
      .references(() => posts.id, { onDelete: 'cascade' }),
    note: text('note').notNull(),
    publishedAt: instant('published_at').notNull(),
  },
  (t) => [
    index('corrections_post').on(t.postId, t.publishedAt),
    index('corrections_newest').on(t.publishedAt),
  ],
);

/** An address of a former site: redirects to a post, or answers 410. */
export const redirects = sqliteTable(
  'redirects',
  {
    path: text('path').primaryKey(),
    postId: integer('post_id').references(() => posts.id, { onDelete: 'cascade' }),
  },
  (t) => [index('redirects_post').on(t.postId)],
);

/** Who did what, for the owner to see. Readers never see it, so it does not raise the content version. */
export const audit = sqliteTable(
  'audit',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    command: text('command').notNull(),
    postId: integer('post_id'),
    userId: integer('user_id'),
    at: instant('at').notNull(),
  },
  (t) => [index('audit_at').on(t.at), index('audit_command').on(t.command)],
);

/** `running` is a job that is acting outside the program now, or was when the program was killed. */
export const JOB_STATES = ['waiting', 'running', 'done', 'failed'] as const;

/**
 * The outbox: work to be done later, written in the transaction that makes it necessary. Some rows are written
 * by triggers: a scheduled post has one, and each change of the content version requests one.
 */
export const jobs = sqliteTable(
  'jobs',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    kind: text('kind').notNull(),
    /** JSON, read as text: an attempt parses it, so that an unreadable row fails alone. */
    payload: text('payload').notNull(),
    /** The same at every attempt at one request, so that a receiver can recognise a repetition. */
    key: text('key').notNull().default(sql`(lower(hex(randomblob(16))))`),
    /** Whether only one job of this kind and payload can be waiting. */
    isMerged: integer('is_merged', { mode: 'boolean' }).notNull(),
    state: text('state', { enum: JOB_STATES }).notNull().default('waiting'),
    /** When the next attempt is due. */
    runAt: instant('run_at').notNull(),
    /** When the first attempt was due. */
    dueAt: instant('due_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    lastError: text('last_error'),
    createdAt: instant('created_at').notNull(),
    doneAt: instant('done_at'),
  },
  (t) => [
    index('jobs_waiting').on(t.runAt, t.id).where(sql`state = 'waiting'`),
    index('jobs_running').on(t.id).where(sql`state = 'running'`),
    index('jobs_late').on(t.dueAt, t.id).where(sql`state = 'waiting'`),
    index('jobs_ended').on(t.dueAt, t.id).where(sql`state not in ('waiting', 'running', 'done')`),
    index('jobs_done').on(t.doneAt).where(sql`state = 'done'`),
    index('jobs_equal').on(t.kind, t.payload, t.state),
    uniqueIndex('jobs_merged').on(t.kind, t.payload).where(sql`state = 'waiting' and is_merged`),
  ],
);

/**
 * What the program notes about itself: when it last ran, whether its clock can be trusted, and how far a long
 * task is. Readers see none of it, so no trigger watches it.
 */
export const programNotes = sqliteTable('program_notes', {
  name: text('name').primaryKey(),
  /** JSON, read as text: a note that another version wrote may be unreadable. */
  value: text('value').notNull(),
  /** When it was written. */
  at: instant('at').notNull(),
});
