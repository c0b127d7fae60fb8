import type { MediaFacts } from '@/lib/document/media-facts';
import { Picture } from './picture';

/** Shows the picture at the top of a post, wider than its text; on paper, no higher than a third of a page. */
export function LeadFigure({ media }: { media: MediaFacts }) {
  const { alt, caption, credit } = media;
  return (
    <figure className={`${PLACE} ${PICTURE_ON_PAPER}`}>
      <Picture media={media} alt={alt} sizes="(min-width: 60rem) 56rem, 100vw" isLead />
      {(caption || credit) && (
        <figcaption className="text-small leading-ui text-soft pt-2 font-sans">
          {caption && <span>{caption}</span>} {credit && <span>{credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}

const PLACE = 'mb-8 w-full max-w-picture print:max-w-none print:break-inside-avoid';
const PICTURE_ON_PAPER = 'print:[&_img]:max-h-[80mm] print:[&_img]:object-contain print:[&_img]:object-left';
