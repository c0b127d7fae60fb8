const LONGEST_EXCERPT = 220;

/** Returns the beginning of a text for lists, cut between words (Khmer too) and never inside a cluster. */
export function excerptFrom(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= LONGEST_EXCERPT) return flat;
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter('km', { granularity: 'word' }).segment(
    flat.slice(0, LONGEST_EXCERPT * 2),
  )) {
    if (index + segment.length > LONGEST_EXCERPT) break;
    end = index + segment.length;
  }
  return `${flat.slice(0, end).trimEnd()}…`;
}
