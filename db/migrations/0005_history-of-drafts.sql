ALTER TABLE `restore_points` ADD `reason` text DEFAULT 'writing' NOT NULL;--> statement-breakpoint
ALTER TABLE `restore_points` ADD `name` text;--> statement-breakpoint
ALTER TABLE `restore_points` ADD `word_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `revisions` ADD `is_silent` integer DEFAULT false NOT NULL;