/** Every status of a post; a module of its own, so that browsers can have it without the tables. */
export const POST_STATUSES = ['draft', 'scheduled', 'published', 'unlisted', 'withdrawn', 'binned'] as const;
