DROP TRIGGER jobs_posts_insert;
--> statement-breakpoint
DROP TRIGGER jobs_posts_update;
--> statement-breakpoint
DROP TRIGGER jobs_posts_delete;
--> statement-breakpoint
DROP TRIGGER jobs_content_version;
--> statement-breakpoint
DROP INDEX `posts_due`;
--> statement-breakpoint
ALTER TABLE `jobs` RENAME TO `jobs_before`;
--> statement-breakpoint
-- STRICT, so that no row holds a value that the program cannot read.
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
) STRICT;
--> statement-breakpoint
-- A start of the program makes again what a row left out here was for.
INSERT INTO jobs (id, kind, payload, key, is_merged, state, run_at, due_at, attempts, last_error, created_at, done_at)
SELECT id, kind, payload, key, is_merged, state, run_at, due_at, attempts, last_error, created_at, done_at FROM jobs_before
WHERE typeof(is_merged) = 'integer'
  AND typeof(run_at) = 'integer'
  AND typeof(due_at) = 'integer'
  AND typeof(attempts) = 'integer'
  AND typeof(created_at) = 'integer'
  AND typeof(payload) = 'text' AND typeof(done_at) IN ('integer', 'null');
--> statement-breakpoint
DROP TABLE `jobs_before`;
--> statement-breakpoint
CREATE INDEX `jobs_waiting` ON `jobs` (`run_at`,`id`) WHERE state = 'waiting';
--> statement-breakpoint
CREATE INDEX `jobs_running` ON `jobs` (`id`) WHERE state = 'running';
--> statement-breakpoint
CREATE INDEX `jobs_late` ON `jobs` (`due_at`,`id`) WHERE state = 'waiting';
--> statement-breakpoint
CREATE INDEX `jobs_ended` ON `jobs` (`due_at`,`id`) WHERE state not in ('waiting', 'running', 'done');
--> statement-breakpoint
CREATE INDEX `jobs_done` ON `jobs` (`done_at`) WHERE state = 'done';
--> statement-breakpoint
CREATE INDEX `jobs_equal` ON `jobs` (`kind`,`payload`,`state`);
--> statement-breakpoint
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
  ON CONFLICT (kind, payload) WHERE state = 'waiting' AND is_merged DO UPDATE SET run_at = 0, attempts = 0
  WHERE run_at > 0;
END;
--> statement-breakpoint
-- A post that leaves the bin is not deleted by a job from its earlier time there.
CREATE TRIGGER jobs_posts_unbinned AFTER UPDATE OF status ON posts
WHEN OLD.status = 'binned' AND NEW.status <> 'binned'
BEGIN
  DELETE FROM jobs
  WHERE kind = 'purgePost' AND payload = json_object('postId', NEW.id) AND state IN ('waiting', 'failed');
END;
--> statement-breakpoint
CREATE TRIGGER jobs_posts_purged AFTER DELETE ON posts
WHEN OLD.status = 'binned'
BEGIN
  DELETE FROM jobs
  WHERE kind = 'purgePost' AND payload = json_object('postId', OLD.id) AND state IN ('waiting', 'failed');
END;
