CREATE TABLE `jobs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`key` text DEFAULT (lower(hex(randomblob(16)))) NOT NULL,
	`is_merged` integer NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`run_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	`created_at` integer NOT NULL,
	`done_at` integer
);
--> statement-breakpoint
CREATE INDEX `jobs_waiting` ON `jobs` (`run_at`,`id`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `jobs_open` ON `jobs` (`due_at`) WHERE state in ('waiting', 'failed');--> statement-breakpoint
CREATE INDEX `jobs_done` ON `jobs` (`done_at`) WHERE state = 'done';--> statement-breakpoint
CREATE INDEX `jobs_equal` ON `jobs` (`kind`,`payload`,`state`);--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_merged` ON `jobs` (`kind`,`payload`) WHERE state = 'waiting' and is_merged;
--> statement-breakpoint
-- Whoever schedules a post, moves its time or takes it back changes the one job that publishes it, in the
-- same transaction. The names of kinds and their payloads are those of lib/jobs/kinds.ts, which tests check.
CREATE TRIGGER jobs_posts_insert AFTER INSERT ON posts
WHEN NEW.status = 'scheduled' AND NEW.scheduled_at IS NOT NULL
BEGIN
  INSERT INTO jobs (kind, payload, is_merged, run_at, due_at, created_at)
  VALUES ('publishPost', json_object('postId', NEW.id), 1, NEW.scheduled_at, NEW.scheduled_at,
    CAST(unixepoch('subsec') * 1000 AS INTEGER));
END;
--> statement-breakpoint
CREATE TRIGGER jobs_posts_update AFTER UPDATE OF status, scheduled_at ON posts
WHEN (OLD.status = 'scheduled' OR NEW.status = 'scheduled')
  AND (OLD.status IS NOT NEW.status OR OLD.scheduled_at IS NOT NEW.scheduled_at)
BEGIN
  DELETE FROM jobs
  WHERE kind = 'publishPost' AND payload = json_object('postId', NEW.id) AND state IN ('waiting', 'failed');
  INSERT INTO jobs (kind, payload, is_merged, run_at, due_at, created_at)
  SELECT 'publishPost', json_object('postId', NEW.id), 1, NEW.scheduled_at, NEW.scheduled_at,
    CAST(unixepoch('subsec') * 1000 AS INTEGER)
  WHERE NEW.status = 'scheduled' AND NEW.scheduled_at IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER jobs_posts_delete AFTER DELETE ON posts
WHEN OLD.status = 'scheduled'
BEGIN
  DELETE FROM jobs
  WHERE kind = 'publishPost' AND payload = json_object('postId', OLD.id) AND state IN ('waiting', 'failed');
END;
--> statement-breakpoint
-- Due at once, whatever the clock says. Many changes become one job while it waits.
CREATE TRIGGER jobs_content_version AFTER UPDATE OF content_version ON site
WHEN OLD.content_version <> NEW.content_version
BEGIN
  INSERT INTO jobs (kind, payload, is_merged, run_at, due_at, created_at)
  VALUES ('purgeEdges', '{}', 1, 0, CAST(unixepoch('subsec') * 1000 AS INTEGER),
    CAST(unixepoch('subsec') * 1000 AS INTEGER))
  ON CONFLICT (kind, payload) WHERE state = 'waiting' AND is_merged DO UPDATE SET run_at = 0 WHERE run_at > 0;
END;
--> statement-breakpoint
INSERT INTO jobs (kind, payload, is_merged, run_at, due_at, created_at)
SELECT 'publishPost', json_object('postId', id), 1, scheduled_at, scheduled_at,
  CAST(unixepoch('subsec') * 1000 AS INTEGER)
FROM posts WHERE status = 'scheduled' AND scheduled_at IS NOT NULL;
