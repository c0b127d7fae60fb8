'use server';
import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { readLocalText } from '@/lib/language/form-fields';
import { LANGUAGE_CODES, type LanguageCode } from '@/lib/language/languages';
import { action } from '@/lib/next/action';
import { updateSite } from '@/lib/settings/update-site';

const MOST_LINKS = 14;

const Fields = z.record(z.string(), z.unknown()).transform((fields) => ({
  name: readLocalText(fields, 'name'),
  tagline: readLocalText(fields, 'tagline'),
  languages: languagesIn(fields),
  timeZone: String(fields.timeZone ?? ''),
  hasOwnDigits: fields.hasOwnDigits === 'on',
  navigation: Array.from({ length: MOST_LINKS }, (_, index) => ({
    label: readLocalText(fields, `navigation.${index}.label`),
    path: String(fields[`navigation.${index}.path`] ?? '').trim(),
  })).filter(({ label, path }) => path !== '' && Object.keys(label).length > 0),
}));

const save = action(Fields, updateSite);

export async function saveSettings(data: FormData) {
  const outcome = await save(data);
  revalidatePath('/admin', 'layout');
  return outcome;
}

/** The chosen languages, the main one first. */
function languagesIn(fields: Record<string, unknown>): LanguageCode[] {
  const chosen = LANGUAGE_CODES.filter((code) => fields[`language.${code}`] === 'on');
  return chosen.sort((a, b) => Number(b === fields.mainLanguage) - Number(a === fields.mainLanguage));
}
