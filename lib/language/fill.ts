/** English has two forms; a Khmer noun never changes, so Khmer sentences need none. */
const ENGLISH = new Intl.PluralRules('en');

/**
 * Fills the placeholders of a sentence: `fill('{count} {count:post|posts}', { count: 3 })`. The second
 * placeholder takes the form of a word that fits the number. A placeholder without a value stays, so that a
 * mistake in a translation is visible and breaks nothing.
 */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)(?::([^|{}]*)\|([^{}]*))?\}/g, (gap, name, one, other) => {
    const value = values[name];
    if (value === undefined) return gap;
    if (other === undefined) return String(value);
    return ENGLISH.select(numberOf(value)) === 'one' ? one : other;
  });
}

/** Parses a count that may already be formatted, such as “1,204”. */
function numberOf(value: string | number): number {
  return Number(String(value).replaceAll(',', ''));
}
