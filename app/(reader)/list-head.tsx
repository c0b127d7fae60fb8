import type { ReactNode } from 'react';
import { KickerLine } from '@/components/reader/article/kicker';
import { Picture } from '@/components/reader/article/picture';
import type { MediaFacts } from '@/lib/document/media-facts';
import { PageHead, PageHeading } from './page-head';

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
    <PageHead className={media ? 'flex flex-wrap justify-between gap-x-8 gap-y-4' : ''}>
      <div className="flex-[1_1_18rem]">
        <KickerLine>{kicker}</KickerLine>
        <PageHeading>{heading}</PageHeading>
        {children}
      </div>
      {media && (
        <figure className="w-48">
          <Picture media={media} alt={media.alt} sizes="12rem" isLead />
          {media.credit && (
            <figcaption className="text-caption text-soft font-sans leading-loose">{media.credit}</figcaption>
          )}
        </figure>
      )}
    </PageHead>
  );
}
