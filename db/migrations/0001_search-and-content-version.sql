CREATE VIRTUAL TABLE post_search USING fts5(headline, standfirst, body, names, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'");
--> statement-breakpoint
CREATE VIRTUAL TABLE draft_search USING fts5(headline, standfirst, body, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'");
--> statement-breakpoint
CREATE TRIGGER content_version_posts_insert AFTER INSERT ON posts
WHEN NEW.status IN ('published', 'withdrawn')
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_posts_update AFTER UPDATE ON posts
WHEN OLD.status IN ('published', 'withdrawn') OR NEW.status IN ('published', 'withdrawn')
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_posts_delete AFTER DELETE ON posts
WHEN OLD.status IN ('published', 'withdrawn')
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_revisions_update AFTER UPDATE ON revisions
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_revisions_delete AFTER DELETE ON revisions
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_topics_insert AFTER INSERT ON topics
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_topics_update AFTER UPDATE ON topics
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_topics_delete AFTER DELETE ON topics
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_authors_insert AFTER INSERT ON authors
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_authors_update AFTER UPDATE ON authors
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_authors_delete AFTER DELETE ON authors
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_media_insert AFTER INSERT ON media
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_media_update AFTER UPDATE ON media
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_media_delete AFTER DELETE ON media
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_corrections_insert AFTER INSERT ON corrections
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_corrections_update AFTER UPDATE ON corrections
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_corrections_delete AFTER DELETE ON corrections
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_redirects_insert AFTER INSERT ON redirects
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_redirects_update AFTER UPDATE ON redirects
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_redirects_delete AFTER DELETE ON redirects
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_post_slugs_insert AFTER INSERT ON post_slugs
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_post_slugs_update AFTER UPDATE ON post_slugs
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_post_slugs_delete AFTER DELETE ON post_slugs
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_post_texts_insert AFTER INSERT ON post_texts
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_post_texts_update AFTER UPDATE ON post_texts
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_post_texts_delete AFTER DELETE ON post_texts
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_topic_posts_insert AFTER INSERT ON topic_posts
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_topic_posts_update AFTER UPDATE ON topic_posts
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_topic_posts_delete AFTER DELETE ON topic_posts
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_author_posts_insert AFTER INSERT ON author_posts
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_author_posts_update AFTER UPDATE ON author_posts
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_author_posts_delete AFTER DELETE ON author_posts
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
CREATE TRIGGER content_version_site_update AFTER UPDATE OF name, tagline, languages, time_zone, navigation ON site
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = 1;
END;
--> statement-breakpoint
INSERT INTO site (id, name, tagline, languages, time_zone, navigation, content_version)
SELECT 1, '{"en":"Broadside"}', '{}', '["en","km"]', 'Asia/Phnom_Penh', '[]', 1;
