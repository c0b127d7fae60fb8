/** How the count of changes looks, at the start of a bar. */
export const countStyle = 'min-w-28 flex-1 text-soft tabular-nums max-xs:basis-full';

/** For buttons of a bar, which on a phone fill their row and wrap their words. */
export const fillingStyle =
  'max-xs:min-h-11! max-xs:flex-auto max-xs:justify-center max-xs:whitespace-normal!';
