/**
 * A sentence with its gaps filled: `fill('{count} posts', { count: 3 })`. A gap that has no value stays,
 * so that a slip in a translation is seen and breaks nothing.
 */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (gap, name) => String(values[name] ?? gap));
}
