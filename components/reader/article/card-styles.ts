/**
 * Where a card is: on a front page the large one, those right under it, and the river of others; in a list, among
 * what a search found, or in a series.
 */
export type CardPlace = 'lead' | 'second' | 'river' | 'list' | 'found' | 'series';

/** The classes of a card and its parts. */
interface CardStyle {
  card: string;
  picture: string;
  /** How wide the picture is shown, for the attribute of this name. */
  sizes: string;
  headline: string;
  excerpt: string;
}

/** Text wraps below a small picture, so that it never runs in a narrow column next to empty space. */
const SMALL_PICTURE = 'float-right mt-1 mb-2 ml-4 w-[max(6.5rem,30%)]';

const LISTED: CardStyle = {
  card: 'flow-root border-rule border-b py-6',
  picture: SMALL_PICTURE,
  sizes: '(min-width: 40rem) 12rem, 30vw',
  headline: 'text-card',
  excerpt: 'text-base text-soft',
};

export const CARD_STYLES: Record<CardPlace, CardStyle> = {
  lead: {
    card: 'grid gap-3 border-rule border-b py-6 md:col-span-full md:items-center md:has-[picture]:grid-cols-[3fr_2fr] md:has-[picture]:gap-8',
    picture: '',
    sizes: '(min-width: 70rem) 39rem, (min-width: 48rem) 58vw, 100vw',
    headline: 'text-[clamp(1.75rem,4.2vw,2.75rem)] km:text-[clamp(1.5rem,5vw,2.125rem)]',
    excerpt: 'text-ink text-lead',
  },
  // Where there is room they are in a row, with a line between each and the one before it: the lead is the first child.
  second: {
    card: 'flow-root border-rule border-b py-6 md:col-span-2 md:border-b-0 md:nth-[n+3]:before:absolute md:nth-[n+3]:before:inset-y-6 md:nth-[n+3]:before:-left-5 md:nth-[n+3]:before:border-rule md:nth-[n+3]:before:border-l',
    picture: `${SMALL_PICTURE} md:float-none md:mt-0 md:mb-3 md:ml-0 md:w-auto`,
    sizes: '(min-width: 70rem) 21rem, 30vw',
    headline: 'text-card md:text-rank',
    excerpt: LISTED.excerpt,
  },
  river: { ...LISTED, card: `${LISTED.card} last:border-b-0` },
  list: LISTED,
  found: { ...LISTED, card: 'flow-root pt-6 pb-2', excerpt: 'hidden' },
  series: { ...LISTED, card: 'flow-root' },
};
