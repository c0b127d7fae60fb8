/** The width of a page and of the lines across it, with a margin on small screens. */
export const PAGE_WIDTH = 'mx-auto w-[calc(100%-2rem)] max-w-site';

/** Posts below each other. */
export const LIST = 'grid max-w-list';

/** A link in a row of links: its place shows that it is one, so it needs no line. */
export const ROW_LINK = 'inline-block py-2.5 no-underline hover:underline';

/** A control of the search form, without its colours. */
export const SEARCH_CONTROL = 'min-h-11 rounded-xs border [font:inherit]';
