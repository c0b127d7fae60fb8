ALTER TABLE `drafts` ADD `lead_words` text DEFAULT '{"alt":"","caption":"","credit":""}' NOT NULL;--> statement-breakpoint
ALTER TABLE `restore_points` ADD `lead_words` text DEFAULT '{"alt":"","caption":"","credit":""}' NOT NULL;--> statement-breakpoint
ALTER TABLE `revisions` ADD `lead_words` text DEFAULT '{"alt":"","caption":"","credit":""}' NOT NULL;