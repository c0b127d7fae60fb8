CREATE TABLE `revision_uses` (
	`used` text NOT NULL,
	`used_id` text NOT NULL,
	`revision_id` integer NOT NULL,
	PRIMARY KEY(`used`, `used_id`, `revision_id`),
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `revision_uses_revision` ON `revision_uses` (`revision_id`);--> statement-breakpoint
-- A revision never changes, and its uses go with it. “mediaId” and “poster” are the attributes of mediaIdsIn
-- (lib/document/uses.ts); most bodies have neither, and are not parsed.
CREATE TRIGGER revision_uses_insert AFTER INSERT ON revisions
BEGIN
  INSERT INTO revision_uses (used, used_id, revision_id)
  SELECT 'author', CAST(json_extract(value, '$.authorId') AS TEXT), NEW.id FROM json_each(NEW.byline)
  WHERE json_extract(value, '$.authorId') IS NOT NULL
  UNION
  SELECT 'topic', CAST(value AS TEXT), NEW.id FROM json_each(NEW.topic_ids) WHERE value IS NOT NULL
  UNION
  SELECT 'medium', value, NEW.id
  FROM json_tree(iif(instr(NEW.body, '"mediaId"') OR instr(NEW.body, '"poster"'), NEW.body, 'null'))
  WHERE key IN ('mediaId', 'poster') AND type = 'text';
END;
--> statement-breakpoint
INSERT INTO revision_uses (used, used_id, revision_id)
SELECT DISTINCT 'author', CAST(json_extract(value, '$.authorId') AS TEXT), r.id FROM revisions r, json_each(r.byline)
WHERE json_extract(value, '$.authorId') IS NOT NULL;
--> statement-breakpoint
INSERT INTO revision_uses (used, used_id, revision_id)
SELECT DISTINCT 'topic', CAST(value AS TEXT), r.id FROM revisions r, json_each(r.topic_ids) WHERE value IS NOT NULL;
--> statement-breakpoint
INSERT INTO revision_uses (used, used_id, revision_id)
SELECT DISTINCT 'medium', value, r.id
FROM revisions r, json_tree(iif(instr(r.body, '"mediaId"') OR instr(r.body, '"poster"'), r.body, 'null'))
WHERE key IN ('mediaId', 'poster') AND type = 'text';
