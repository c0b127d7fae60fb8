/** Every status of a post; a separate module, so that browsers can load it without the tables. */
export const POST_STATUSES = ['draft', 'scheduled', 'published', 'unlisted', 'withdrawn', 'binned'] as const;
