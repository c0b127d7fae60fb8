/**
 * Returns a percentile, by nearest rank.
 * @param percent above 0, at most 100.
 * @throws when there are no values.
 */
export function percentile(values: number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.ceil((percent / 100) * sorted.length) - 1];
  if (value === undefined) throw new Error('Nothing was measured.');
  return value;
}

/** Returns the middle value, which one slow round does not move. */
export function median(values: number[]): number {
  return percentile(values, 50);
}
