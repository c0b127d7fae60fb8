/** Empty rows below the links that are there. */
export const EMPTY_ROWS = 2;

/** More rows than any list may have links, so that one too many is refused instead of lost. */
export const MOST_ROWS = 26;
