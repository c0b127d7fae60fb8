/** The sizes of the headline at the top of a post: the more letters it has, the smaller, down to that of a section. */
const SIZES = [
  { over: 120, style: 'text-[clamp(1.5rem,5vw,2rem)] km:text-[clamp(1.3125rem,4.4vw,1.75rem)]' },
  { over: 70, style: 'text-[clamp(1.75rem,6vw,2.5rem)] km:text-[clamp(1.4375rem,5vw,2.0625rem)]' },
  { over: -1, style: 'text-[clamp(2rem,7.5vw,3.25rem)] km:text-[clamp(1.625rem,6vw,2.5rem)]' },
] as const;

const letters = new Intl.Segmenter();

/** Returns the classes of the size of a headline. Letters are counted with their signs, as a reader sees them. */
export function headlineSize(headline: string): string {
  const length = Array.from(letters.segment(headline)).length;
  return SIZES.find(({ over }) => length > over)?.style ?? '';
}
