import type { ReactNode } from 'react';
import { Picture } from '@/components/reader/article/picture';
import type { MediaFacts } from '@/lib/document/media-facts';

export interface ListHeadProps {
  /** What is listed, above the heading. */
  kicker: string;
  heading: string;
  /** Shown next to the heading. */
  media?: MediaFacts | null;
  children?: ReactNode;
}

/** Renders the head of a list: its kind, heading, description and picture. */
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
