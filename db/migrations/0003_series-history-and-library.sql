CREATE TABLE `preview_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`post_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` integer,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `preview_links_post` ON `preview_links` (`post_id`);--> statement-breakpoint
CREATE TABLE `restore_points` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`post_id` integer NOT NULL,
	`draft_version` integer NOT NULL,
	`headline` text NOT NULL,
	`standfirst` text NOT NULL,
	`body` text NOT NULL,
	`byline` text NOT NULL,
	`topic_ids` text NOT NULL,
	`lead_media_id` text,
	`source` text,
	`seo_title` text NOT NULL,
	`seo_description` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` integer,
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`lead_media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `restore_points_post` ON `restore_points` (`post_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `saved_views_user` ON `saved_views` (`user_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `series` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`description` text DEFAULT '{}' NOT NULL,
	`media_id` text,
	`is_sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `series_slug` ON `series` (`slug`);--> statement-breakpoint
ALTER TABLE `media` ADD `kind` text DEFAULT 'picture' NOT NULL;--> statement-breakpoint
ALTER TABLE `media` ADD `focus_x` integer DEFAULT 50 NOT NULL;--> statement-breakpoint
ALTER TABLE `media` ADD `focus_y` integer DEFAULT 50 NOT NULL;--> statement-breakpoint
ALTER TABLE `posts` ADD `status_before_bin` text;--> statement-breakpoint
ALTER TABLE `posts` ADD `binned_at` integer;--> statement-breakpoint
ALTER TABLE `posts` ADD `series_id` integer REFERENCES series(id);--> statement-breakpoint
ALTER TABLE `posts` ADD `series_part` integer;--> statement-breakpoint
CREATE INDEX `posts_series` ON `posts` (`series_id`,`series_part`);--> statement-breakpoint
ALTER TABLE `users` ADD `language` text;--> statement-breakpoint
DROP TRIGGER content_version_posts_insert;
--> statement-breakpoint
DROP TRIGGER content_version_posts_update;
--> statement-breakpoint
DROP TRIGGER content_version_posts_delete;
--> statement-breakpoint
CREATE TRIGGER content_version_posts_insert AFTER INSERT ON posts
WHEN NEW.status IN ('published', 'unlisted', 'withdrawn', 'binned')
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_posts_update AFTER UPDATE ON posts
WHEN OLD.status IN ('published', 'unlisted', 'withdrawn', 'binned')
  OR NEW.status IN ('published', 'unlisted', 'withdrawn', 'binned')
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_posts_delete AFTER DELETE ON posts
WHEN OLD.status IN ('published', 'unlisted', 'withdrawn', 'binned')
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_series_insert AFTER INSERT ON series
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_series_update AFTER UPDATE ON series
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_series_delete AFTER DELETE ON series
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
