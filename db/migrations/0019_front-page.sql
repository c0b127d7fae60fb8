ALTER TABLE `posts` ADD `front_place` text;--> statement-breakpoint
ALTER TABLE `posts` ADD `front_placed_at` integer;--> statement-breakpoint
ALTER TABLE `posts` ADD `front_until` integer;--> statement-breakpoint
CREATE INDEX `posts_front` ON `posts` (`front_place`) WHERE front_place is not null;--> statement-breakpoint
ALTER TABLE `topics` ADD `in_menu` integer DEFAULT true NOT NULL;
