import type { LanguageCode } from './languages';
import { refusalsEn } from './refusals/en';
import { refusalsKm } from './refusals/km';
import type { RefusalWords } from './refusals/words';

type English = typeof refusalsEn;

/** Names why something was refused. */
export type RefusalKey = keyof English;

/** What the sentence of a key is about, as numbers and names in no language. */
export type RefusalValues = Record<string, string | number>;

/** Keys whose sentence is about nothing but itself. */
export type PlainKey = { [K in RefusalKey]: English[K] extends string ? K : never }[RefusalKey];

/** Keys whose sentence says how much is allowed. */
export type LimitKey = {
  [K in RefusalKey]: English[K] extends (values: { count: number }) => string ? K : never;
}[RefusalKey];

/** Keys whose sentence is about something. */
type KeyWithValues = Exclude<RefusalKey, PlainKey>;

/** A key with the values that its sentence needs. */
export type Reason =
  | [key: PlainKey]
  | { [K in KeyWithValues]: [key: K, values: Parameters<English[K]>[0]] }[KeyWithValues];

const WORDS: Record<LanguageCode, RefusalWords> = { en: refusalsEn, km: refusalsKm };

/** The sentence of a refusal, in a person's language. */
export function refusalIn(
  language: LanguageCode,
  { key, values }: { key: RefusalKey; values: RefusalValues | undefined },
): string {
  const words: string | ((values: never) => string) = WORDS[language][key];
  // Key and values were checked together where the refusal was made.
  return typeof words === 'string' ? words : words(values as never);
}

/** Whether there are words for a text that says it is a key. */
export function isRefusalKey(text: string): text is RefusalKey {
  return Object.hasOwn(refusalsEn, text);
}
