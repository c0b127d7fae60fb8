ALTER TABLE `posts` ADD `is_second_language` integer DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE `topic_posts` ADD `language` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `author_posts` ADD `language` text DEFAULT '' NOT NULL;
--> statement-breakpoint
UPDATE topic_posts SET language = (SELECT language FROM posts WHERE id = post_id);
--> statement-breakpoint
UPDATE author_posts SET language = (SELECT language FROM posts WHERE id = post_id);
--> statement-breakpoint
CREATE INDEX `topic_posts_language` ON `topic_posts` (`topic_id`,`language`,`published_at`,`post_id`);
--> statement-breakpoint
CREATE INDEX `author_posts_language` ON `author_posts` (`author_id`,`language`,`published_at`,`post_id`);
--> statement-breakpoint
-- A list of all languages leaves out what readers have in a language that comes before its own in the settings.
UPDATE posts SET is_second_language = EXISTS (SELECT 1 FROM posts other WHERE other.translation_group_id = posts.translation_group_id AND other.id <> posts.id
    AND +other.status = 'published' AND +other.kind = 'post' AND other.published_at IS NOT NULL
    AND coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = other.language), 99)
      < coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = posts.language), 99))
WHERE translation_group_id IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER second_language_insert AFTER INSERT ON posts
WHEN NEW.translation_group_id IS NOT NULL
BEGIN
  UPDATE posts SET is_second_language = EXISTS (SELECT 1 FROM posts other WHERE other.translation_group_id = posts.translation_group_id AND other.id <> posts.id
    AND other.status = 'published' AND other.kind = 'post' AND other.published_at IS NOT NULL
    AND coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = other.language), 99)
      < coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = posts.language), 99))
  WHERE (translation_group_id = NEW.translation_group_id)
    AND is_second_language <> EXISTS (SELECT 1 FROM posts other WHERE other.translation_group_id = posts.translation_group_id AND other.id <> posts.id
    AND other.status = 'published' AND other.kind = 'post' AND other.published_at IS NOT NULL
    AND coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = other.language), 99)
      < coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = posts.language), 99));
END;
--> statement-breakpoint
CREATE TRIGGER second_language_update AFTER UPDATE OF status, kind, language, published_at, translation_group_id ON posts
WHEN OLD.translation_group_id IS NOT NULL OR NEW.translation_group_id IS NOT NULL
BEGIN
  UPDATE posts SET is_second_language = EXISTS (SELECT 1 FROM posts other WHERE other.translation_group_id = posts.translation_group_id AND other.id <> posts.id
    AND other.status = 'published' AND other.kind = 'post' AND other.published_at IS NOT NULL
    AND coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = other.language), 99)
      < coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = posts.language), 99))
  WHERE (translation_group_id IN (OLD.translation_group_id, NEW.translation_group_id) OR id = NEW.id)
    AND is_second_language <> EXISTS (SELECT 1 FROM posts other WHERE other.translation_group_id = posts.translation_group_id AND other.id <> posts.id
    AND other.status = 'published' AND other.kind = 'post' AND other.published_at IS NOT NULL
    AND coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = other.language), 99)
      < coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = posts.language), 99));
END;
--> statement-breakpoint
CREATE TRIGGER second_language_delete AFTER DELETE ON posts
WHEN OLD.translation_group_id IS NOT NULL
BEGIN
  UPDATE posts SET is_second_language = EXISTS (SELECT 1 FROM posts other WHERE other.translation_group_id = posts.translation_group_id AND other.id <> posts.id
    AND other.status = 'published' AND other.kind = 'post' AND other.published_at IS NOT NULL
    AND coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = other.language), 99)
      < coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = posts.language), 99))
  WHERE (translation_group_id = OLD.translation_group_id)
    AND is_second_language <> EXISTS (SELECT 1 FROM posts other WHERE other.translation_group_id = posts.translation_group_id AND other.id <> posts.id
    AND other.status = 'published' AND other.kind = 'post' AND other.published_at IS NOT NULL
    AND coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = other.language), 99)
      < coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = posts.language), 99));
END;
--> statement-breakpoint
CREATE TRIGGER second_language_site AFTER UPDATE OF languages ON site
WHEN OLD.languages <> NEW.languages
BEGIN
  UPDATE posts SET is_second_language = EXISTS (SELECT 1 FROM posts other WHERE other.translation_group_id = posts.translation_group_id AND other.id <> posts.id
    AND other.status = 'published' AND other.kind = 'post' AND other.published_at IS NOT NULL
    AND coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = other.language), 99)
      < coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = posts.language), 99))
  WHERE (translation_group_id IS NOT NULL)
    AND is_second_language <> EXISTS (SELECT 1 FROM posts other WHERE other.translation_group_id = posts.translation_group_id AND other.id <> posts.id
    AND other.status = 'published' AND other.kind = 'post' AND other.published_at IS NOT NULL
    AND coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = other.language), 99)
      < coalesce((SELECT key FROM site, json_each(site.languages) WHERE value = posts.language), 99));
END;
--> statement-breakpoint
CREATE TRIGGER list_counts_once_insert AFTER INSERT ON posts
WHEN NEW.status = 'published' AND NEW.kind = 'post' AND NEW.published_at IS NOT NULL AND NEW.is_second_language = 0
BEGIN
  INSERT INTO list_spans (list, owner, starts_at, posts) VALUES ('once', '', NEW.published_at - (NEW.published_at % 2592000000 + 2592000000) % 2592000000, 1)
  ON CONFLICT (list, owner, starts_at) DO UPDATE SET posts = posts + 1;
END;
--> statement-breakpoint
CREATE TRIGGER list_counts_once_delete AFTER DELETE ON posts
WHEN OLD.status = 'published' AND OLD.kind = 'post' AND OLD.published_at IS NOT NULL AND OLD.is_second_language = 0
BEGIN
  UPDATE list_spans SET posts = posts - 1 WHERE list = 'once' AND owner = '' AND starts_at = OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000;
  DELETE FROM list_spans WHERE list = 'once' AND owner = '' AND starts_at = OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000 AND posts = 0;
END;
--> statement-breakpoint
CREATE TRIGGER list_counts_once_update AFTER UPDATE OF status, kind, published_at, is_second_language ON posts
WHEN OLD.status <> NEW.status OR OLD.kind <> NEW.kind OR OLD.published_at IS NOT NEW.published_at
  OR OLD.is_second_language <> NEW.is_second_language
BEGIN
  UPDATE list_spans SET posts = posts - 1 WHERE list = 'once' AND owner = '' AND starts_at = OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000 AND OLD.status = 'published' AND OLD.kind = 'post' AND OLD.published_at IS NOT NULL AND OLD.is_second_language = 0;
  DELETE FROM list_spans WHERE list = 'once' AND owner = '' AND starts_at = OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000 AND posts = 0;
  INSERT INTO list_spans (list, owner, starts_at, posts) SELECT 'once', '', NEW.published_at - (NEW.published_at % 2592000000 + 2592000000) % 2592000000, 1 WHERE NEW.status = 'published' AND NEW.kind = 'post' AND NEW.published_at IS NOT NULL AND NEW.is_second_language = 0
  ON CONFLICT (list, owner, starts_at) DO UPDATE SET posts = posts + 1;
END;
--> statement-breakpoint
CREATE TRIGGER list_counts_topic_language_insert AFTER INSERT ON topic_posts
BEGIN
  INSERT INTO list_spans (list, owner, starts_at, posts) VALUES ('topic', NEW.topic_id || ':' || NEW.language, NEW.published_at - (NEW.published_at % 2592000000 + 2592000000) % 2592000000, 1)
  ON CONFLICT (list, owner, starts_at) DO UPDATE SET posts = posts + 1;
END;
--> statement-breakpoint
CREATE TRIGGER list_counts_topic_language_delete AFTER DELETE ON topic_posts
BEGIN
  UPDATE list_spans SET posts = posts - 1 WHERE list = 'topic' AND owner = OLD.topic_id || ':' || OLD.language AND starts_at = OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000;
  DELETE FROM list_spans WHERE list = 'topic' AND owner = OLD.topic_id || ':' || OLD.language AND starts_at = OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000 AND posts = 0;
END;
--> statement-breakpoint
CREATE TRIGGER list_counts_topic_language_update AFTER UPDATE ON topic_posts
BEGIN
  UPDATE list_spans SET posts = posts - 1 WHERE list = 'topic' AND owner = OLD.topic_id || ':' || OLD.language AND starts_at = OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000;
  DELETE FROM list_spans WHERE list = 'topic' AND owner = OLD.topic_id || ':' || OLD.language AND starts_at = OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000 AND posts = 0;
  INSERT INTO list_spans (list, owner, starts_at, posts) VALUES ('topic', NEW.topic_id || ':' || NEW.language, NEW.published_at - (NEW.published_at % 2592000000 + 2592000000) % 2592000000, 1)
  ON CONFLICT (list, owner, starts_at) DO UPDATE SET posts = posts + 1;
END;
--> statement-breakpoint
CREATE TRIGGER list_counts_author_language_insert AFTER INSERT ON author_posts
BEGIN
  INSERT INTO list_spans (list, owner, starts_at, posts) VALUES ('author', NEW.author_id || ':' || NEW.language, NEW.published_at - (NEW.published_at % 2592000000 + 2592000000) % 2592000000, 1)
  ON CONFLICT (list, owner, starts_at) DO UPDATE SET posts = posts + 1;
END;
--> statement-breakpoint
CREATE TRIGGER list_counts_author_language_delete AFTER DELETE ON author_posts
BEGIN
  UPDATE list_spans SET posts = posts - 1 WHERE list = 'author' AND owner = OLD.author_id || ':' || OLD.language AND starts_at = OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000;
  DELETE FROM list_spans WHERE list = 'author' AND owner = OLD.author_id || ':' || OLD.language AND starts_at = OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000 AND posts = 0;
END;
--> statement-breakpoint
CREATE TRIGGER list_counts_author_language_update AFTER UPDATE ON author_posts
BEGIN
  UPDATE list_spans SET posts = posts - 1 WHERE list = 'author' AND owner = OLD.author_id || ':' || OLD.language AND starts_at = OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000;
  DELETE FROM list_spans WHERE list = 'author' AND owner = OLD.author_id || ':' || OLD.language AND starts_at = OLD.published_at - (OLD.published_at % 2592000000 + 2592000000) % 2592000000 AND posts = 0;
  INSERT INTO list_spans (list, owner, starts_at, posts) VALUES ('author', NEW.author_id || ':' || NEW.language, NEW.published_at - (NEW.published_at % 2592000000 + 2592000000) % 2592000000, 1)
  ON CONFLICT (list, owner, starts_at) DO UPDATE SET posts = posts + 1;
END;
--> statement-breakpoint
INSERT INTO list_spans (list, owner, starts_at, posts)
SELECT 'once', '', published_at - (published_at % 2592000000 + 2592000000) % 2592000000, count(*) FROM posts WHERE status = 'published' AND kind = 'post' AND published_at IS NOT NULL AND is_second_language = 0 GROUP BY 3
UNION ALL SELECT 'topic', topic_id || ':' || language, published_at - (published_at % 2592000000 + 2592000000) % 2592000000, count(*) FROM topic_posts GROUP BY 2, 3
UNION ALL SELECT 'author', author_id || ':' || language, published_at - (published_at % 2592000000 + 2592000000) % 2592000000, count(*) FROM author_posts GROUP BY 2, 3;
