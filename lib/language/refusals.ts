import type { LanguageCode } from './languages';
import { refusalsEn } from './refusals/en';
import { refusalsKm } from './refusals/km';
import type { RefusalWords } from './refusals/words';

type English = typeof refusalsEn;

/** The key of a refusal's reason. */
export type RefusalKey = keyof English;

/** The values in the sentence of a key: numbers and names that need no translation. */
export type RefusalValues = Record<string, string | number>;

/** Keys whose sentence has no values. */
export type PlainKey = { [K in RefusalKey]: English[K] extends string ? K : never }[RefusalKey];

/** Keys whose sentence states a limit. */
export type LimitKey = {
  [K in RefusalKey]: English[K] extends (values: { count: number }) => string ? K : never;
}[RefusalKey];

/** Keys whose sentence has values. */
type KeyWithValues = Exclude<RefusalKey, PlainKey>;

/** A key with the values that its sentence needs. */
export type Reason =
  | [key: PlainKey]
  | { [K in KeyWithValues]: [key: K, values: Parameters<English[K]>[0]] }[KeyWithValues];

const WORDS: Record<LanguageCode, RefusalWords> = { en: refusalsEn, km: refusalsKm };

/** Returns the sentence of a refusal in a person's language. */
export function refusalIn(
  language: LanguageCode,
  { key, values }: { key: RefusalKey; values: RefusalValues | undefined },
): string {
  const words: string | ((values: never) => string) = WORDS[language][key];
  // Key and values were checked together where the refusal was created.
  return typeof words === 'string' ? words : words(values as never);
}

/** Returns whether a text that claims to be a key has a sentence. */
export function isRefusalKey(text: string): text is RefusalKey {
  return Object.hasOwn(refusalsEn, text);
}
