/** The name of the `<slot>` in the frame of the search page, in whose place the search is put. */
export const SEARCH_SLOT = 'search';
