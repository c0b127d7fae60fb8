/** The most parts listed at the end of a post; a longer series is listed in full on its own page. */
const MOST = 9;

/** Returns the parts nearest to the current one, in order, and the index of the first of them. */
export function partsAround<P>(parts: P[], at: number): { shown: P[]; first: number } {
  const last = Math.max(0, parts.length - MOST);
  const first = Math.min(last, Math.max(0, at - Math.floor(MOST / 2)));
  return { shown: parts.slice(first, first + MOST), first };
}
