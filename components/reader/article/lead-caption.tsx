import { rightToLeft, textDirection } from '@/lib/document/direction';
import type { Direction } from '@/lib/document/rendering';

/** Shows the caption and credit of the picture at the top of a post, each in the direction of its letters. */
export function LeadCaption({ caption, credit }: { caption: string; credit: string }) {
  if (!caption && !credit) return null;
  const around = rightToLeft(caption || credit);
  return (
    <figcaption dir={around} className="text-small leading-ui text-soft pt-2 font-sans">
      {caption && <span>{caption}</span>} {credit && <span dir={within(around, credit)}>{credit}</span>}
    </figcaption>
  );
}

/** Returns the direction of words where it differs from what is around them. */
function within(around: Direction | undefined, words: string): Direction | undefined {
  const outer = around ?? 'ltr';
  const own = textDirection(words) ?? outer;
  return own === outer ? undefined : own;
}
