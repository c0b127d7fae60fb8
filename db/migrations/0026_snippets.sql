CREATE TABLE `snippets` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`language` text,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` integer,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `snippets_name` ON `snippets` (`name`);
--> statement-breakpoint
CREATE TABLE `snippet_uses` (
	`media_id` text NOT NULL,
	`snippet_id` integer NOT NULL,
	PRIMARY KEY(`media_id`, `snippet_id`),
	FOREIGN KEY (`media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`snippet_id`) REFERENCES `snippets`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `snippet_uses_snippet` ON `snippet_uses` (`snippet_id`);
--> statement-breakpoint
-- As for templates: the body never changes, and “mediaId” and “poster” are the attributes of mediaIdsIn.
CREATE TRIGGER snippet_uses_insert AFTER INSERT ON snippets
BEGIN
  INSERT INTO snippet_uses (media_id, snippet_id)
  SELECT DISTINCT value, NEW.id FROM json_tree(NEW.body)
  WHERE key IN ('mediaId', 'poster') AND type = 'text' AND value <> '';
END;
