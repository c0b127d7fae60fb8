import type { HeadlineRank } from './headline-size';

/**
 * Where a card is: on a front page the large one, those right under it, the editor's picks and the river of others; in
 * a list, among what a search found, or in a series.
 */
export type CardPlace = 'lead' | 'second' | 'pick' | 'river' | 'list' | 'found' | 'series';

/** The classes of a card and its parts. */
interface CardStyle {
  card: string;
  picture: string;
  /** How wide the picture is shown, for the attribute of this name; empty where the place shows none. */
  sizes: string;
  /** Whether the place shows the authors' pictures. */
  hasPortraits?: boolean;
  /** Whether the place has a heading of its own, so that headlines are one level lower. */
  isUnderHeading?: boolean;
  /** The rank by which its size follows from its length. */
  headline: HeadlineRank;
  excerpt: string;
}

/** Text wraps below a small picture, so that it never runs in a narrow column next to empty space. */
const SMALL_PICTURE = 'float-right mt-1 mb-2 ml-4 w-[max(6.5rem,30%)]';

const LISTED: CardStyle = {
  card: 'flow-root border-rule border-b py-6',
  picture: SMALL_PICTURE,
  sizes: '(min-width: 40rem) 12rem, 30vw',
  headline: 'listed',
  excerpt: 'text-base text-soft',
};

export const CARD_STYLES: Record<CardPlace, CardStyle> = {
  lead: {
    card: 'grid gap-3 border-rule border-b py-6 md:col-span-full md:items-start md:has-[>div>picture]:grid-cols-[3fr_2fr] md:has-[>div>picture]:gap-8',
    picture: '',
    sizes: '(min-width: 70rem) 39rem, (min-width: 48rem) 58vw, 100vw',
    headline: 'medium',
    excerpt: 'text-ink text-lead',
    hasPortraits: true,
  },
  // Quieter than the lead: faces in place of pictures. Where there is room they are in a row, with a line between each
  // and the one before it: the lead is the first child.
  second: {
    card: 'border-rule border-b py-5 md:col-span-2 md:border-b-0 md:nth-[n+3]:before:absolute md:nth-[n+3]:before:inset-y-5 md:nth-[n+3]:before:-left-5 md:nth-[n+3]:before:border-rule md:nth-[n+3]:before:border-l',
    picture: '',
    sizes: '',
    headline: 'small',
    excerpt: LISTED.excerpt,
    hasPortraits: true,
  },
  pick: {
    card: 'border-rule border-b py-3.5 last:border-b-0 sm:border-b-0',
    picture: '',
    sizes: '',
    headline: 'smallest',
    excerpt: '',
    hasPortraits: true,
    isUnderHeading: true,
  },
  river: {
    ...LISTED,
    card: 'flow-root border-rule border-b py-4 last:border-b-0',
    picture: 'float-right mt-1 mb-1 ml-4 w-[max(6rem,24%)]',
    sizes: '(min-width: 40rem) 10rem, 24vw',
    headline: 'small',
  },
  list: LISTED,
  found: { ...LISTED, card: 'flow-root pt-6 pb-2', excerpt: 'hidden' },
  series: { ...LISTED, card: 'flow-root' },
};
