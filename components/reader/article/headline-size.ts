/** The sizes of the headline of a post on its own page, of other pages and large cards, and of other cards. */
const SIZES = {
  large: [
    'text-[clamp(2rem,7.5vw,3.25rem)] km:text-[clamp(1.625rem,6vw,2.5rem)]',
    'text-[clamp(1.75rem,6vw,2.5rem)] km:text-[clamp(1.4375rem,5vw,2.0625rem)]',
    'text-[clamp(1.5rem,5vw,2rem)] km:text-[clamp(1.3125rem,4.4vw,1.75rem)]',
  ],
  medium: [
    'text-[clamp(1.75rem,4.2vw,2.75rem)] km:text-[clamp(1.5rem,5vw,2.125rem)]',
    'text-[clamp(1.5rem,3.6vw,2.25rem)] km:text-[clamp(1.375rem,3vw,1.875rem)]',
    'text-[clamp(1.375rem,3vw,1.875rem)] km:text-[clamp(1.25rem,2.4vw,1.625rem)]',
  ],
  listed: ['text-card', 'text-rank', 'text-lead'],
  small: ['text-rank', 'text-lead', 'text-body'],
  smallest: ['text-body', 'text-title', 'text-base'],
} as const;

/** The place of a headline among others. */
export type HeadlineRank = keyof typeof SIZES;

/** More letters than these need the second size, and the third. */
const LONG = 70;
const VERY_LONG = 120;

const letters = new Intl.Segmenter();

/**
 * Returns the classes of the size of a headline. Letters are counted with their signs, as a reader sees them.
 * @param rank `large` for a post on its own page.
 */
export function headlineSize(headline: string, rank: HeadlineRank): string {
  const [normal, smaller, smallest] = SIZES[rank];
  // A letter with its signs is one code unit or more.
  if (headline.length <= LONG) return normal;
  const length = Array.from(letters.segment(headline)).length;
  if (length > VERY_LONG) return smallest;
  return length > LONG ? smaller : normal;
}
