import { LANGUAGE_CODES, type LocalText } from './languages';

/** The words that a form brought for `name`, from its fields `name.en`, `name.km`; empty ones are left out. */
export function readLocalText(fields: Record<string, unknown>, name: string): LocalText {
  const text: LocalText = {};
  for (const code of LANGUAGE_CODES) {
    const value = fields[`${name}.${code}`];
    if (typeof value === 'string' && value.trim()) text[code] = value.trim();
  }
  return text;
}
