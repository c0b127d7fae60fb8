-- Posts with video or audio are found from the few media that are no pictures.
CREATE INDEX `media_recordings` ON `media` (`id`) WHERE kind <> 'picture';
