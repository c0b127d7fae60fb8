ALTER TABLE `drafts` ADD `saved_as` text;--> statement-breakpoint
ALTER TABLE `drafts` ADD `indexed_version` integer DEFAULT 0 NOT NULL;