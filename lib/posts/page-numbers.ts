/** How many posts a page of a list shows, and how many corrections. */
export const POSTS_PER_PAGE = 20;
export const CORRECTIONS_PER_PAGE = 30;

const NUMBER = /^[1-9]\d{0,5}$/;

/** Parses the number in `/page/<n>`, or returns null; the first page has no such address. */
export function parsePageNumber(n: string): number | null {
  return NUMBER.test(n) && n !== '1' ? Number(n) : null;
}
