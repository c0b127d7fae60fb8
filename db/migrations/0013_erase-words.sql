-- What is deleted leaves words in the search index and the log; a job erases them (lib/jobs/erase-words.ts).
CREATE TRIGGER jobs_posts_erased AFTER DELETE ON posts
BEGIN
  INSERT INTO jobs (kind, payload, is_merged, run_at, due_at, created_at)
  VALUES ('eraseWords', '{}', 1, 0, CAST(unixepoch('subsec') * 1000 AS INTEGER),
    CAST(unixepoch('subsec') * 1000 AS INTEGER))
  ON CONFLICT (kind, payload) WHERE state = 'waiting' AND is_merged DO UPDATE SET run_at = 0, attempts = 0
  WHERE run_at > 0;
END;
