/** How a row of a short list looks. */
export const shortRowStyle = 'border-rule py-2 wrap-anywhere not-first:border-t';

/** How the name of its thing looks, which leads there. */
export const shortLinkStyle = 'font-medium hover:underline';

/** How what is said about it looks. */
export const shortNoteStyle = 'block text-small text-soft';
