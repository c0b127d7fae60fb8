-- In a table of its own: a change of a goal is no change of the post, and raises no content version.
CREATE TABLE `writing_goals` (
	`post_id` integer PRIMARY KEY NOT NULL,
	`words` integer NOT NULL,
	`set_at` integer NOT NULL,
	`set_by` integer,
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`set_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
