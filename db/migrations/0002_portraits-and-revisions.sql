ALTER TABLE `authors` ADD `media_id` text REFERENCES media(id);--> statement-breakpoint
ALTER TABLE `authors` ADD `links` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `posts` ADD `revised_at` integer;--> statement-breakpoint
ALTER TABLE `site` ADD `has_own_digits` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `topics` ADD `media_id` text REFERENCES media(id);--> statement-breakpoint
CREATE INDEX `corrections_newest` ON `corrections` (`published_at`);--> statement-breakpoint
DROP TRIGGER content_version_site_update;
--> statement-breakpoint
CREATE TRIGGER content_version_site_update AFTER UPDATE OF name, tagline, languages, time_zone, navigation, has_own_digits ON site
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE VIRTUAL TABLE post_words USING fts5vocab(post_search, 'row');
