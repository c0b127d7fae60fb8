import type { MediaFacts } from '@/lib/document/media-facts';

/** A medium as the library shows it. `uses` counts the posts that show it; sizes are the upload's. */
export interface MediaListing extends MediaFacts {
  originalName: string;
  bytes: number;
  createdAt: number;
  uses: number;
  /** Whether nothing shows it: no text, however old, no topic, author, series, template or snippet, nor the publication. */
  isUnused: boolean;
}
