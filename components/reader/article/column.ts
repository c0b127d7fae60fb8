/** The width of a post's parts: that of a line of text, and on paper all there is. */
export const COLUMN = 'w-full max-w-measure print:max-w-none';
