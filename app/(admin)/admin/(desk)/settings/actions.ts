'use server';
import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { readLanguages, readLocalText } from '@/lib/language/form-fields';
import { action } from '@/lib/next/action';
import { updateSite } from '@/lib/posts/commands/update-site';

const MOST_LINKS = 14;

const Fields = z.record(z.string(), z.unknown()).transform((fields) => ({
  name: readLocalText(fields, 'name'),
  tagline: readLocalText(fields, 'tagline'),
  languages: readLanguages(fields),
  timeZone: String(fields.timeZone ?? ''),
  hasOwnDigits: fields.hasOwnDigits === 'on',
  hasWholePosts: fields.hasWholePosts === 'on',
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
