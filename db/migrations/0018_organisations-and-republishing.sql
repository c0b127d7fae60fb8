ALTER TABLE `authors` ADD `is_organisation` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `posts` ADD `republishing` text DEFAULT 'site' NOT NULL;