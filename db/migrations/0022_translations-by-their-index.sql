-- Without the plus signs SQLite reads every published post for each that is compared, in place of its translations.
DROP TRIGGER second_language_insert;
--> statement-breakpoint
CREATE TRIGGER second_language_insert AFTER INSERT ON posts
WHEN NEW.translation_group_id IS NOT NULL
BEGIN
  UPDATE posts SET is_second_language = EXISTS (SELECT 1 FROM posts other WHERE other.translation_group_id = posts.translation_group_id AND other.id <> posts.id
    AND +other.status = 'published' AND +other.kind = 'post' AND other.published_at IS NOT NULL
    AND coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = other.language), 99)
      < coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = posts.language), 99))
  WHERE (translation_group_id = NEW.translation_group_id)
    AND is_second_language <> EXISTS (SELECT 1 FROM posts other WHERE other.translation_group_id = posts.translation_group_id AND other.id <> posts.id
    AND +other.status = 'published' AND +other.kind = 'post' AND other.published_at IS NOT NULL
    AND coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = other.language), 99)
      < coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = posts.language), 99));
END;
--> statement-breakpoint
DROP TRIGGER second_language_update;
--> statement-breakpoint
CREATE TRIGGER second_language_update AFTER UPDATE OF status, kind, language, published_at, translation_group_id ON posts
WHEN OLD.translation_group_id IS NOT NULL OR NEW.translation_group_id IS NOT NULL
BEGIN
  UPDATE posts SET is_second_language = EXISTS (SELECT 1 FROM posts other WHERE other.translation_group_id = posts.translation_group_id AND other.id <> posts.id
    AND +other.status = 'published' AND +other.kind = 'post' AND other.published_at IS NOT NULL
    AND coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = other.language), 99)
      < coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = posts.language), 99))
  WHERE (translation_group_id IN (OLD.translation_group_id, NEW.translation_group_id) OR id = NEW.id)
    AND is_second_language <> EXISTS (SELECT 1 FROM posts other WHERE other.translation_group_id = posts.translation_group_id AND other.id <> posts.id
    AND +other.status = 'published' AND +other.kind = 'post' AND other.published_at IS NOT NULL
    AND coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = other.language), 99)
      < coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = posts.language), 99));
END;
--> statement-breakpoint
DROP TRIGGER second_language_delete;
--> statement-breakpoint
CREATE TRIGGER second_language_delete AFTER DELETE ON posts
WHEN OLD.translation_group_id IS NOT NULL
BEGIN
  UPDATE posts SET is_second_language = EXISTS (SELECT 1 FROM posts other WHERE other.translation_group_id = posts.translation_group_id AND other.id <> posts.id
    AND +other.status = 'published' AND +other.kind = 'post' AND other.published_at IS NOT NULL
    AND coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = other.language), 99)
      < coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = posts.language), 99))
  WHERE (translation_group_id = OLD.translation_group_id)
    AND is_second_language <> EXISTS (SELECT 1 FROM posts other WHERE other.translation_group_id = posts.translation_group_id AND other.id <> posts.id
    AND +other.status = 'published' AND +other.kind = 'post' AND other.published_at IS NOT NULL
    AND coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = other.language), 99)
      < coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = posts.language), 99));
END;
--> statement-breakpoint
DROP TRIGGER second_language_site;
--> statement-breakpoint
CREATE TRIGGER second_language_site AFTER UPDATE OF languages ON site
WHEN OLD.languages <> NEW.languages
BEGIN
  UPDATE posts SET is_second_language = EXISTS (SELECT 1 FROM posts other WHERE other.translation_group_id = posts.translation_group_id AND other.id <> posts.id
    AND +other.status = 'published' AND +other.kind = 'post' AND other.published_at IS NOT NULL
    AND coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = other.language), 99)
      < coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = posts.language), 99))
  WHERE (translation_group_id IS NOT NULL)
    AND is_second_language <> EXISTS (SELECT 1 FROM posts other WHERE other.translation_group_id = posts.translation_group_id AND other.id <> posts.id
    AND +other.status = 'published' AND +other.kind = 'post' AND other.published_at IS NOT NULL
    AND coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = other.language), 99)
      < coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = posts.language), 99));
END;
--> statement-breakpoint
DROP TRIGGER list_counts_once_insert;
--> statement-breakpoint
-- One change of a post fires these twice, in an order that SQLite leaves open: a count may be below zero in between.
CREATE TRIGGER list_counts_once_insert AFTER INSERT ON posts
WHEN NEW.status = 'published' AND NEW.kind = 'post' AND NEW.published_at IS NOT NULL AND NEW.is_second_language = 0
BEGIN
  INSERT INTO list_spans (list, owner, starts_at, posts) SELECT 'once', '', NEW.published_at - (NEW.published_at % 2592000000 + 2592000000) % 2592000000, 1 WHERE NEW.status = 'published' AND NEW.kind = 'post' AND NEW.published_at IS NOT NULL AND NEW.is_second_language = 0
  ON CONFLICT (list, owner, starts_at) DO UPDATE SET posts = posts + excluded.posts;
  DELETE FROM list_spans WHERE list = 'once' AND owner = '' AND starts_at IN (NEW.published_at - (NEW.published_at % 2592000000 + 2592000000) % 2592000000) AND posts = 0;
END;
--> statement-breakpoint
DROP TRIGGER list_counts_once_delete;
--> statement-breakpoint
CREATE TRIGGER list_counts_once_delete AFTER DELETE ON posts
WHEN OLD.status = 'published' AND OLD.kind = 'post' AND OLD.published_at IS NOT NULL AND OLD.is_second_language = 0
BEGIN
  INSERT INTO list_spans (list, owner, starts_at, posts) SELECT 'once', '', OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000, -1 WHERE OLD.status = 'published' AND OLD.kind = 'post' AND OLD.published_at IS NOT NULL AND OLD.is_second_language = 0
  ON CONFLICT (list, owner, starts_at) DO UPDATE SET posts = posts + excluded.posts;
  DELETE FROM list_spans WHERE list = 'once' AND owner = '' AND starts_at IN (OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000) AND posts = 0;
END;
--> statement-breakpoint
DROP TRIGGER list_counts_once_update;
--> statement-breakpoint
CREATE TRIGGER list_counts_once_update AFTER UPDATE OF status, kind, published_at, is_second_language ON posts
WHEN OLD.status <> NEW.status OR OLD.kind <> NEW.kind OR OLD.published_at IS NOT NEW.published_at
  OR OLD.is_second_language <> NEW.is_second_language
BEGIN
  INSERT INTO list_spans (list, owner, starts_at, posts) SELECT 'once', '', OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000, -1 WHERE OLD.status = 'published' AND OLD.kind = 'post' AND OLD.published_at IS NOT NULL AND OLD.is_second_language = 0
  ON CONFLICT (list, owner, starts_at) DO UPDATE SET posts = posts + excluded.posts;
  INSERT INTO list_spans (list, owner, starts_at, posts) SELECT 'once', '', NEW.published_at - (NEW.published_at % 2592000000 + 2592000000) % 2592000000, 1 WHERE NEW.status = 'published' AND NEW.kind = 'post' AND NEW.published_at IS NOT NULL AND NEW.is_second_language = 0
  ON CONFLICT (list, owner, starts_at) DO UPDATE SET posts = posts + excluded.posts;
  DELETE FROM list_spans WHERE list = 'once' AND owner = '' AND starts_at IN (OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000, NEW.published_at - (NEW.published_at % 2592000000 + 2592000000) % 2592000000) AND posts = 0;
END;
