/** English has two forms; a Khmer noun never changes, so that Khmer sentences need none. */
const ENGLISH = new Intl.PluralRules('en');

/**
 * A sentence with its gaps filled: `fill('{count} {count:post|posts}', { count: 3 })`. The second gap takes
 * the form of a word that fits the number. A gap that has no value stays, so that a mistake in a
 * translation is seen and breaks nothing.
 */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (gap, name, one, other) => {
    const value = values[name];
    if (value === undefined) return gap;
    if (other === undefined) return String(value);
    return ENGLISH.select(numberOf(value)) === 'one' ? one : other;
  });
}

/** Of a count that may be written for people already, such as “1,204”. */
function numberOf(value: string | number): number {
  return Number(String(value).replaceAll(',', ''));
}
