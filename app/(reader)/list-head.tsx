import type { ReactNode } from 'react';
import { Picture } from '@/components/reader/article/picture';
import type { MediaFacts } from '@/lib/document/media-facts';

export interface ListHeadProps {
  /** What the list is of, above its heading. */
  kicker: string;
  heading: string;
  /** Shown beside the heading. */
  media?: MediaFacts | null;
  children?: ReactNode;
}

/** The head of a list: what it is of, what is said of it, and its picture. */
export function ListHead({ kicker, heading, media, children }: ListHeadProps) {
  return (
    <header className="list-head">
      <div>
        <p className="kicker">{kicker}</p>
        <h1>{heading}</h1>
        {children}
      </div>
      {media && (
        <figure className="list-picture">
          <Picture media={media} alt={media.alt} sizes="12rem" isLead />
          {media.credit && <figcaption className="credit">{media.credit}</figcaption>}
        </figure>
      )}
    </header>
  );
}
