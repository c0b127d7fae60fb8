import type { MediaFacts } from '@/lib/document/media-facts';

/** A medium as the library shows it. `uses` counts the posts that show it; sizes are the upload's. */
export interface MediaListing extends MediaFacts {
  originalName: string;
  bytes: number;
  createdAt: number;
  uses: number;
}
