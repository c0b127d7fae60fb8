import { LANGUAGE_CODES, LANGUAGES } from '@/lib/language/languages';

/** Lists the languages, each by its own name, to choose one. */
export function LanguageOptions() {
  return LANGUAGE_CODES.map((code) => (
    <option key={code} value={code} lang={code}>
      {LANGUAGES[code].ownName}
    </option>
  ));
}
