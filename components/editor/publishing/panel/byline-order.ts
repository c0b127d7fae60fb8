import type { BylineEntry } from '@/lib/posts/types';

/** Returns the byline with one author moved towards its beginning (-1) or its end (1). */
export function moved(byline: BylineEntry[], index: number, by: 1 | -1): BylineEntry[] {
  const entry = byline[index];
  return entry ? byline.toSpliced(index, 1).toSpliced(index + by, 0, entry) : byline;
}
