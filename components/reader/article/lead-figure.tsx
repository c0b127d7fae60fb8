import type { MediaFacts } from '@/lib/document/media-facts';
import { LeadCaption } from './lead-caption';
import { Picture } from './picture';

/**
 * Shows the picture at the top of a post, wider than its text. One that is high is cropped at its focus point, so that
 * the text begins on the first screen or near it; on paper, it is no higher than a third of a page.
 */
export function LeadFigure({ media }: { media: MediaFacts }) {
  return (
    <figure className={`${PLACE} ${PICTURE_ON_PAPER}`}>
      <Picture
        media={media}
        alt={media.alt}
        sizes="(min-width: 62rem) 60rem, 100vw"
        className={media.heightPx > media.widthPx * HIGHEST_WHOLE ? LIMITED : undefined}
        isLead
      />
      <LeadCaption caption={media.caption} credit={media.credit} />
    </figure>
  );
}

/** Up to this shape, 4:3, a picture is shown whole. */
const HIGHEST_WHOLE = 3 / 4;
const LIMITED = 'max-h-[min(80vh,46rem)] object-cover';
const PLACE = 'mb-8 w-full max-w-picture print:max-w-none print:break-inside-avoid';
const PICTURE_ON_PAPER = 'print:[&_img]:max-h-[80mm] print:[&_img]:object-contain print:[&_img]:object-left';
