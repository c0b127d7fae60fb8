CREATE TABLE `templates` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`language` text NOT NULL,
	`kind` text NOT NULL,
	`writing` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` integer,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `templates_name` ON `templates` (`name`);
--> statement-breakpoint
CREATE TABLE `template_uses` (
	`media_id` text NOT NULL,
	`template_id` integer NOT NULL,
	PRIMARY KEY(`media_id`, `template_id`),
	FOREIGN KEY (`media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`template_id`) REFERENCES `templates`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `template_uses_template` ON `template_uses` (`template_id`);
--> statement-breakpoint
-- The text of a template never changes, and its uses go with it. The keys are the attributes of mediaIdsIn
-- (lib/document/uses.ts) and the lead picture.
CREATE TRIGGER template_uses_insert AFTER INSERT ON templates
BEGIN
  INSERT INTO template_uses (media_id, template_id)
  SELECT DISTINCT value, NEW.id FROM json_tree(NEW.writing)
  WHERE key IN ('mediaId', 'poster', 'leadMediaId') AND type = 'text' AND value <> '';
END;
