import { LANGUAGE_CODES, type LanguageCode, type LocalText } from './languages';

/** Reads the words of a form for `name`, from its fields `name.en`, `name.km`; empty ones are left out. */
export function readLocalText(fields: Record<string, unknown>, name: string): LocalText {
  const text: LocalText = {};
  for (const code of LANGUAGE_CODES) {
    const value = fields[`${name}.${code}`];
    if (typeof value === 'string' && value.trim()) text[code] = value.trim();
  }
  return text;
}

/**
 * Reads the languages chosen in a form, the main one first: it is enabled whether or not its own box was
 * ticked.
 */
export function readLanguages({ mainLanguage, ...fields }: Record<string, unknown>): LanguageCode[] {
  const isOn = (code: LanguageCode) => code === mainLanguage || fields[`language.${code}`] === 'on';
  return LANGUAGE_CODES.filter(isOn).sort((a, b) => Number(b === mainLanguage) - Number(a === mainLanguage));
}
