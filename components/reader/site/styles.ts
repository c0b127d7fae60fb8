/** The width of a page and of the lines across it, with a margin on small screens. */
export const PAGE_WIDTH = 'mx-auto w-[calc(100%-2rem)] max-w-site';

/** Posts below each other. */
export const LIST = 'grid max-w-list';

/** A link in a row of links: its place shows that it is one, so it needs no line. */
export const ROW_LINK = 'inline-block py-2.5 no-underline hover:underline';

/** A control of the search form, without its colours. */
export const SEARCH_CONTROL = 'min-h-11 rounded-xs border [font:inherit]';

/** The heading of a part of the rail. */
export const RAIL_HEADING =
  'border-strong-rule text-ui km:leading-open border-t-2 pt-2.5 pb-1.5 font-sans leading-relaxed font-semibold';

/** A link in such a part. */
export const RAIL_LINK = 'py-2 no-underline hover:underline';

/** Rows of a few lines, with a line below each; where there is room, in two columns. */
export const ROWS = {
  list: 'grid list-none gap-x-12 md:grid-cols-2',
  row: 'border-rule border-b py-5',
} as const;
