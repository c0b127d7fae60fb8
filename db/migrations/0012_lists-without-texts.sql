CREATE TABLE `desk_counts` (
	`created_by` integer NOT NULL,
	`status` text NOT NULL,
	`posts` integer NOT NULL,
	PRIMARY KEY(`created_by`, `status`)
);
--> statement-breakpoint
CREATE TABLE `desk_labels` (
	`label` text NOT NULL,
	`label_id` integer NOT NULL,
	`post_id` integer NOT NULL,
	`is_binned` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`own_date` integer NOT NULL,
	PRIMARY KEY(`label`, `label_id`, `post_id`),
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `desk_labels_edited` ON `desk_labels` (`label`,`label_id`,`is_binned`,`updated_at`,`post_id`);--> statement-breakpoint
CREATE INDEX `desk_labels_dated` ON `desk_labels` (`label`,`label_id`,`is_binned`,`own_date`,`post_id`);--> statement-breakpoint
CREATE INDEX `desk_labels_post` ON `desk_labels` (`post_id`);--> statement-breakpoint
CREATE TABLE `desk_posts` (
	`post_id` integer PRIMARY KEY NOT NULL,
	`status` text NOT NULL,
	`is_binned` integer NOT NULL,
	`language` text NOT NULL,
	`kind` text NOT NULL,
	`is_sample` integer NOT NULL,
	`created_by` integer,
	`headline` text NOT NULL,
	`byline` text NOT NULL,
	`first_words` text,
	`word_count` integer,
	`updated_at` integer NOT NULL,
	`own_date` integer NOT NULL,
	`binned_at` integer,
	`has_changes` integer NOT NULL,
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `desk_posts_edited` ON `desk_posts` (`is_binned`,`updated_at`,`post_id`,`status`,`own_date`,`language`,`kind`,`created_by`);--> statement-breakpoint
CREATE INDEX `desk_posts_dated` ON `desk_posts` (`is_binned`,`own_date`,`post_id`,`status`,`updated_at`,`language`,`kind`,`created_by`);--> statement-breakpoint
CREATE INDEX `desk_posts_named` ON `desk_posts` (`is_binned`,headline collate nocase,`post_id`,`status`,`own_date`,`language`,`kind`,`created_by`);--> statement-breakpoint
CREATE INDEX `desk_posts_status_edited` ON `desk_posts` (`status`,`updated_at`,`post_id`,`own_date`,`language`,`kind`,`created_by`);--> statement-breakpoint
CREATE INDEX `desk_posts_status_dated` ON `desk_posts` (`status`,`own_date`,`post_id`,`language`,`kind`,`created_by`);--> statement-breakpoint
CREATE INDEX `desk_posts_status_named` ON `desk_posts` (`status`,headline collate nocase,`post_id`,`own_date`,`language`,`kind`,`created_by`);--> statement-breakpoint
CREATE INDEX `desk_posts_binned` ON `desk_posts` (`status`,`binned_at`,`post_id`,`own_date`,`language`,`kind`,`created_by`);--> statement-breakpoint
CREATE INDEX `desk_posts_own_edited` ON `desk_posts` (`created_by`,`is_binned`,`updated_at`,`post_id`,`status`,`own_date`);--> statement-breakpoint
CREATE INDEX `desk_posts_own_dated` ON `desk_posts` (`created_by`,`is_binned`,`own_date`,`post_id`,`status`);--> statement-breakpoint
CREATE TABLE `list_months` (
	`month` text NOT NULL,
	`language` text NOT NULL,
	`posts` integer NOT NULL,
	PRIMARY KEY(`month`, `language`)
);
--> statement-breakpoint
CREATE TABLE `list_spans` (
	`list` text NOT NULL,
	`owner` text NOT NULL,
	`starts_at` integer NOT NULL,
	`posts` integer NOT NULL,
	PRIMARY KEY(`list`, `owner`, `starts_at`)
);
--> statement-breakpoint
ALTER TABLE `media_uses` ADD `is_live` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `media_uses` ADD `without_alt` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `audit_command` ON `audit` (`command`);--> statement-breakpoint
CREATE INDEX `drafts_lead` ON `drafts` (`lead_media_id`) WHERE lead_media_id is not null;--> statement-breakpoint
CREATE INDEX `drafts_unindexed` ON `drafts` (`post_id`) WHERE indexed_version <> version;--> statement-breakpoint
CREATE INDEX `posts_sitemap` ON `posts` (`status`,(id - 1) / 1000,`updated_at`);--> statement-breakpoint
CREATE INDEX `posts_changed` ON `posts` (`status`,`updated_at`);--> statement-breakpoint
CREATE INDEX `posts_samples` ON `posts` (`id`) WHERE is_sample = 1;--> statement-breakpoint
CREATE INDEX `restore_points_lead` ON `restore_points` (`lead_media_id`) WHERE lead_media_id is not null;--> statement-breakpoint
CREATE INDEX `revisions_lead` ON `revisions` (`lead_media_id`) WHERE lead_media_id is not null;
--> statement-breakpoint
-- Whoever writes a row changes its count in the same transaction: lists show totals without counting posts.
CREATE TRIGGER desk_counts_insert AFTER INSERT ON desk_posts
BEGIN
  INSERT INTO desk_counts (created_by, status, posts) VALUES (coalesce(NEW.created_by, 0), NEW.status, 1)
  ON CONFLICT (created_by, status) DO UPDATE SET posts = posts + 1;
END;
--> statement-breakpoint
CREATE TRIGGER desk_counts_delete AFTER DELETE ON desk_posts
BEGIN
  UPDATE desk_counts SET posts = posts - 1 WHERE created_by = coalesce(OLD.created_by, 0) AND status = OLD.status;
  DELETE FROM desk_counts WHERE created_by = coalesce(OLD.created_by, 0) AND status = OLD.status AND posts = 0;
END;
--> statement-breakpoint
CREATE TRIGGER desk_counts_update AFTER UPDATE OF created_by, status ON desk_posts
WHEN OLD.created_by IS NOT NEW.created_by OR OLD.status <> NEW.status
BEGIN
  UPDATE desk_counts SET posts = posts - 1 WHERE created_by = coalesce(OLD.created_by, 0) AND status = OLD.status;
  DELETE FROM desk_counts WHERE created_by = coalesce(OLD.created_by, 0) AND status = OLD.status AND posts = 0;
  INSERT INTO desk_counts (created_by, status, posts) VALUES (coalesce(NEW.created_by, 0), NEW.status, 1)
  ON CONFLICT (created_by, status) DO UPDATE SET posts = posts + 1;
END;
--> statement-breakpoint
-- The posts that readers' lists have: the same condition as isInLists in lib/posts/visible-posts.ts.
CREATE TRIGGER list_counts_posts_insert AFTER INSERT ON posts
WHEN NEW.status = 'published' AND NEW.kind = 'post' AND NEW.published_at IS NOT NULL
BEGIN
  INSERT INTO list_spans (list, owner, starts_at, posts) SELECT 'all', '', NEW.published_at - (NEW.published_at % 2592000000 + 2592000000) % 2592000000, 1 WHERE NEW.status = 'published' AND NEW.kind = 'post' AND NEW.published_at IS NOT NULL
  ON CONFLICT (list, owner, starts_at) DO UPDATE SET posts = posts + 1;
  INSERT INTO list_spans (list, owner, starts_at, posts) SELECT 'language', NEW.language, NEW.published_at - (NEW.published_at % 2592000000 + 2592000000) % 2592000000, 1 WHERE NEW.status = 'published' AND NEW.kind = 'post' AND NEW.published_at IS NOT NULL
  ON CONFLICT (list, owner, starts_at) DO UPDATE SET posts = posts + 1;
  INSERT INTO list_months (month, language, posts) SELECT NEW.published_month, NEW.language, 1
  WHERE NEW.status = 'published' AND NEW.kind = 'post' AND NEW.published_at IS NOT NULL AND NEW.published_month IS NOT NULL
  ON CONFLICT (month, language) DO UPDATE SET posts = posts + 1;
END;
--> statement-breakpoint
CREATE TRIGGER list_counts_posts_delete AFTER DELETE ON posts
WHEN OLD.status = 'published' AND OLD.kind = 'post' AND OLD.published_at IS NOT NULL
BEGIN
  UPDATE list_spans SET posts = posts - 1 WHERE list = 'all' AND owner = '' AND starts_at = OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000 AND OLD.status = 'published' AND OLD.kind = 'post' AND OLD.published_at IS NOT NULL;
  DELETE FROM list_spans WHERE list = 'all' AND owner = '' AND starts_at = OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000 AND posts = 0;
  UPDATE list_spans SET posts = posts - 1 WHERE list = 'language' AND owner = OLD.language AND starts_at = OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000 AND OLD.status = 'published' AND OLD.kind = 'post' AND OLD.published_at IS NOT NULL;
  DELETE FROM list_spans WHERE list = 'language' AND owner = OLD.language AND starts_at = OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000 AND posts = 0;
  UPDATE list_months SET posts = posts - 1 WHERE month = OLD.published_month AND language = OLD.language AND OLD.status = 'published' AND OLD.kind = 'post' AND OLD.published_at IS NOT NULL;
  DELETE FROM list_months WHERE month = OLD.published_month AND language = OLD.language AND posts = 0;
END;
--> statement-breakpoint
CREATE TRIGGER list_counts_posts_update AFTER UPDATE OF status, kind, language, published_at, published_month ON posts
WHEN OLD.status <> NEW.status OR OLD.kind <> NEW.kind OR OLD.language <> NEW.language
  OR OLD.published_at IS NOT NEW.published_at OR OLD.published_month IS NOT NEW.published_month
BEGIN
  UPDATE list_spans SET posts = posts - 1 WHERE list = 'all' AND owner = '' AND starts_at = OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000 AND OLD.status = 'published' AND OLD.kind = 'post' AND OLD.published_at IS NOT NULL;
  DELETE FROM list_spans WHERE list = 'all' AND owner = '' AND starts_at = OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000 AND posts = 0;
  UPDATE list_spans SET posts = posts - 1 WHERE list = 'language' AND owner = OLD.language AND starts_at = OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000 AND OLD.status = 'published' AND OLD.kind = 'post' AND OLD.published_at IS NOT NULL;
  DELETE FROM list_spans WHERE list = 'language' AND owner = OLD.language AND starts_at = OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000 AND posts = 0;
  UPDATE list_months SET posts = posts - 1 WHERE month = OLD.published_month AND language = OLD.language AND OLD.status = 'published' AND OLD.kind = 'post' AND OLD.published_at IS NOT NULL;
  DELETE FROM list_months WHERE month = OLD.published_month AND language = OLD.language AND posts = 0;
  INSERT INTO list_spans (list, owner, starts_at, posts) SELECT 'all', '', NEW.published_at - (NEW.published_at % 2592000000 + 2592000000) % 2592000000, 1 WHERE NEW.status = 'published' AND NEW.kind = 'post' AND NEW.published_at IS NOT NULL
  ON CONFLICT (list, owner, starts_at) DO UPDATE SET posts = posts + 1;
  INSERT INTO list_spans (list, owner, starts_at, posts) SELECT 'language', NEW.language, NEW.published_at - (NEW.published_at % 2592000000 + 2592000000) % 2592000000, 1 WHERE NEW.status = 'published' AND NEW.kind = 'post' AND NEW.published_at IS NOT NULL
  ON CONFLICT (list, owner, starts_at) DO UPDATE SET posts = posts + 1;
  INSERT INTO list_months (month, language, posts) SELECT NEW.published_month, NEW.language, 1
  WHERE NEW.status = 'published' AND NEW.kind = 'post' AND NEW.published_at IS NOT NULL AND NEW.published_month IS NOT NULL
  ON CONFLICT (month, language) DO UPDATE SET posts = posts + 1;
END;
--> statement-breakpoint
CREATE TRIGGER list_counts_topic_posts_insert AFTER INSERT ON topic_posts
BEGIN
  INSERT INTO list_spans (list, owner, starts_at, posts) VALUES ('topic', CAST(NEW.topic_id AS TEXT), NEW.published_at - (NEW.published_at % 2592000000 + 2592000000) % 2592000000, 1)
  ON CONFLICT (list, owner, starts_at) DO UPDATE SET posts = posts + 1;
END;
--> statement-breakpoint
CREATE TRIGGER list_counts_topic_posts_delete AFTER DELETE ON topic_posts
BEGIN
  UPDATE list_spans SET posts = posts - 1 WHERE list = 'topic' AND owner = CAST(OLD.topic_id AS TEXT) AND starts_at = OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000;
  DELETE FROM list_spans WHERE list = 'topic' AND owner = CAST(OLD.topic_id AS TEXT) AND starts_at = OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000 AND posts = 0;
END;
--> statement-breakpoint
CREATE TRIGGER list_counts_topic_posts_update AFTER UPDATE ON topic_posts
BEGIN
  UPDATE list_spans SET posts = posts - 1 WHERE list = 'topic' AND owner = CAST(OLD.topic_id AS TEXT) AND starts_at = OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000;
  DELETE FROM list_spans WHERE list = 'topic' AND owner = CAST(OLD.topic_id AS TEXT) AND starts_at = OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000 AND posts = 0;
  INSERT INTO list_spans (list, owner, starts_at, posts) VALUES ('topic', CAST(NEW.topic_id AS TEXT), NEW.published_at - (NEW.published_at % 2592000000 + 2592000000) % 2592000000, 1)
  ON CONFLICT (list, owner, starts_at) DO UPDATE SET posts = posts + 1;
END;
--> statement-breakpoint
CREATE TRIGGER list_counts_author_posts_insert AFTER INSERT ON author_posts
BEGIN
  INSERT INTO list_spans (list, owner, starts_at, posts) VALUES ('author', CAST(NEW.author_id AS TEXT), NEW.published_at - (NEW.published_at % 2592000000 + 2592000000) % 2592000000, 1)
  ON CONFLICT (list, owner, starts_at) DO UPDATE SET posts = posts + 1;
END;
--> statement-breakpoint
CREATE TRIGGER list_counts_author_posts_delete AFTER DELETE ON author_posts
BEGIN
  UPDATE list_spans SET posts = posts - 1 WHERE list = 'author' AND owner = CAST(OLD.author_id AS TEXT) AND starts_at = OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000;
  DELETE FROM list_spans WHERE list = 'author' AND owner = CAST(OLD.author_id AS TEXT) AND starts_at = OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000 AND posts = 0;
END;
--> statement-breakpoint
CREATE TRIGGER list_counts_author_posts_update AFTER UPDATE ON author_posts
BEGIN
  UPDATE list_spans SET posts = posts - 1 WHERE list = 'author' AND owner = CAST(OLD.author_id AS TEXT) AND starts_at = OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000;
  DELETE FROM list_spans WHERE list = 'author' AND owner = CAST(OLD.author_id AS TEXT) AND starts_at = OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000 AND posts = 0;
  INSERT INTO list_spans (list, owner, starts_at, posts) VALUES ('author', CAST(NEW.author_id AS TEXT), NEW.published_at - (NEW.published_at % 2592000000 + 2592000000) % 2592000000, 1)
  ON CONFLICT (list, owner, starts_at) DO UPDATE SET posts = posts + 1;
END;
--> statement-breakpoint
INSERT INTO list_spans (list, owner, starts_at, posts)
SELECT 'all', '', published_at - (published_at % 2592000000 + 2592000000) % 2592000000, count(*) FROM posts WHERE status = 'published' AND kind = 'post' AND published_at IS NOT NULL GROUP BY 3
UNION ALL SELECT 'language', language, published_at - (published_at % 2592000000 + 2592000000) % 2592000000, count(*) FROM posts WHERE status = 'published' AND kind = 'post' AND published_at IS NOT NULL GROUP BY 2, 3
UNION ALL SELECT 'topic', CAST(topic_id AS TEXT), published_at - (published_at % 2592000000 + 2592000000) % 2592000000, count(*) FROM topic_posts GROUP BY 2, 3
UNION ALL SELECT 'author', CAST(author_id AS TEXT), published_at - (published_at % 2592000000 + 2592000000) % 2592000000, count(*) FROM author_posts GROUP BY 2, 3;
--> statement-breakpoint
INSERT INTO list_months (month, language, posts)
SELECT published_month, language, count(*) FROM posts WHERE status = 'published' AND kind = 'post' AND published_at IS NOT NULL AND published_month IS NOT NULL GROUP BY 1, 2;
--> statement-breakpoint
-- First words and word counts stay empty: only the program counts words.
INSERT INTO desk_posts (post_id, status, is_binned, language, kind, is_sample, created_by, headline, byline, updated_at,
  own_date, binned_at, has_changes)
SELECT p.id, p.status, p.status = 'binned', p.language, p.kind, p.is_sample, p.created_by, d.headline,
  coalesce((SELECT group_concat(json_extract(value, '$.name'), ', ') FROM json_each(d.byline)), ''), d.updated_at,
  coalesce(p.scheduled_at, p.published_at, d.updated_at), p.binned_at,
  EXISTS (SELECT 1 FROM revisions r WHERE r.id = coalesce(p.scheduled_revision_id, p.live_revision_id)
    AND (r.headline IS NOT d.headline
      OR r.standfirst IS NOT d.standfirst
      OR r.lead_media_id IS NOT d.lead_media_id
      OR r.lead_words IS NOT d.lead_words
      OR r.byline IS NOT d.byline
      OR r.body IS NOT d.body
      OR r.topic_ids IS NOT d.topic_ids
      OR r.source IS NOT d.source
      OR r.seo_title IS NOT d.seo_title
      OR r.seo_description IS NOT d.seo_description))
FROM posts p JOIN drafts d ON d.post_id = p.id;
--> statement-breakpoint
INSERT OR IGNORE INTO desk_labels (label, label_id, post_id, is_binned, updated_at, own_date)
SELECT 'topic', value, r.post_id, r.is_binned, r.updated_at, r.own_date
FROM desk_posts r JOIN drafts d ON d.post_id = r.post_id, json_each(d.topic_ids) WHERE value IS NOT NULL;
--> statement-breakpoint
INSERT OR IGNORE INTO desk_labels (label, label_id, post_id, is_binned, updated_at, own_date)
SELECT 'author', json_extract(value, '$.authorId'), r.post_id, r.is_binned, r.updated_at, r.own_date
FROM desk_posts r JOIN drafts d ON d.post_id = r.post_id, json_each(d.byline) WHERE json_extract(value, '$.authorId') IS NOT NULL;
--> statement-breakpoint
UPDATE media_uses SET
  is_live = EXISTS (SELECT 1 FROM posts p JOIN revisions r ON r.id = p.live_revision_id
    WHERE p.id = media_uses.post_id AND p.status IN ('published', 'unlisted')
      AND (r.lead_media_id = media_uses.media_id OR instr(r.body, '"' || media_uses.media_id || '"') > 0)),
  without_alt = (SELECT count(*) FROM drafts d
    WHERE d.post_id = media_uses.post_id AND d.lead_media_id = media_uses.media_id
      AND trim(coalesce(json_extract(d.lead_words, '$.alt'), '')) = '')
    + (SELECT count(*) FROM drafts d, json_tree(d.body) node
    WHERE d.post_id = media_uses.post_id AND instr(d.body, media_uses.media_id) > 0 AND node.type = 'object'
      AND json_extract(node.value, '$.type') = 'figure'
      AND json_extract(node.value, '$.attrs.mediaId') = media_uses.media_id
      AND trim(coalesce(json_extract(node.value, '$.attrs.alt'), '')) = ''
      AND json_extract(node.value, '$.attrs.isDecorative') IS NOT 1);
