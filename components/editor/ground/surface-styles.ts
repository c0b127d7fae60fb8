/** What holds headline, standfirst and body, in a column as wide as readers get it. */
export const surfaceStyle = 'group/surface max-w-form relative mx-auto w-full px-4 pt-8 pb-[40vh] font-serif';

/** The headline, as readers will see it. */
export const headlineStyle =
  'en:tracking-headline mb-2 block w-full text-[clamp(1.875rem,7vw,2.75rem)] leading-[1.15] font-extrabold km:leading-[1.7]';

/** The standfirst, as readers will see it. */
export const standfirstStyle =
  'text-soft text-standfirst mb-6 block w-full pb-4 leading-[1.45] km:leading-[1.7]';

/** How lists of the text count while it is written; browsers do this by themselves, and the desk undoes it. */
export const countingStyle = [
  '[&_ol[data-counts=lower-alpha]]:list-[lower-alpha] [&_ol[data-counts=upper-alpha]]:list-[upper-alpha]',
  '[&_ol[data-counts=lower-roman]]:list-[lower-roman] [&_ol[data-counts=upper-roman]]:list-[upper-roman]',
  '[&_ol[data-counts=khmer]]:list-[khmer] [&_ol[data-counts=khmer-letters]]:list-[khmer-letters]',
].join(' ');
