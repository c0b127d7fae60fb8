ALTER TABLE `media` ADD `edit` text;
