CREATE TABLE `devices` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `devices_user` ON `devices` (`user_id`);
--> statement-breakpoint
ALTER TABLE `sessions` ADD `is_new_device` integer DEFAULT false NOT NULL;
--> statement-breakpoint
DELETE FROM sign_in_failures;
