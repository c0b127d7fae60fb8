ALTER TABLE `site` ADD `has_whole_posts` integer DEFAULT false NOT NULL;
