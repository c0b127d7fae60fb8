ALTER TABLE `site` ADD `footer` text DEFAULT '{}' NOT NULL;
--> statement-breakpoint
ALTER TABLE `site` ADD `contact` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `site` ADD `social` text DEFAULT '[]' NOT NULL;
--> statement-breakpoint
ALTER TABLE `site` ADD `blogroll` text DEFAULT '[]' NOT NULL;
--> statement-breakpoint
ALTER TABLE `site` ADD `licence` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `site` ADD `accent` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `site` ADD `logo_media_id` text REFERENCES media(id);
--> statement-breakpoint
ALTER TABLE `site` ADD `icon_media_id` text REFERENCES media(id);
