-- It named its columns, so that one added later would have changed pages unseen. The counter alone does
-- not count: who moves it, as every other trigger does, has said already that readers see another text.
DROP TRIGGER content_version_site_update;
--> statement-breakpoint
CREATE TRIGGER content_version_site_update AFTER UPDATE ON site
WHEN OLD.content_version = NEW.content_version
BEGIN
  UPDATE site SET content_version = content_version + 1 WHERE id = NEW.id;
END;
