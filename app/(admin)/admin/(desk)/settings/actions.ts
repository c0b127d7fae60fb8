'use server';
import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import type { Answer } from '@/lib/errors';
import { readLanguages, readLocalText } from '@/lib/language/form-fields';
import { action } from '@/lib/next/action';
import { updateSite } from '@/lib/posts/commands/update-site';
import { LICENCE_CODES } from '@/lib/settings/licences';
import { MOST_ROWS } from './rows';

type Fields = Record<string, unknown>;
type Save = (data: FormData) => Promise<Answer<unknown>>;

const AnyFields = z.record(z.string(), z.unknown());

const saveGeneralFields = action(
  AnyFields.transform((fields) => ({
    name: readLocalText(fields, 'name'),
    tagline: readLocalText(fields, 'tagline'),
    languages: readLanguages(fields),
    timeZone: wordsOf(fields, 'timeZone'),
    hasOwnDigits: fields.hasOwnDigits === 'on',
    hasWholePosts: fields.hasWholePosts === 'on',
  })),
  updateSite,
);

const saveLooksFields = action(
  AnyFields.transform((fields) => ({
    logoMediaId: wordsOf(fields, 'logoMediaId') || null,
    iconMediaId: wordsOf(fields, 'iconMediaId') || null,
    accent: wordsOf(fields, 'accent'),
  })),
  updateSite,
);

const saveMenuFields = action(
  AnyFields.transform((fields) => ({ navigation: linksOf(fields, 'navigation') })),
  updateSite,
);

const saveFooterFields = action(
  AnyFields.transform((fields) => ({
    footer: readLocalText(fields, 'footer'),
    contact: wordsOf(fields, 'contact'),
    social: wordsOf(fields, 'social').split(/\s+/).filter(Boolean),
    blogroll: linksOf(fields, 'blogroll'),
    licence: LICENCE_CODES.find((code) => code === fields.licence) ?? '',
  })),
  updateSite,
);

/** Saves the names, languages and dates of the publication. */
export async function saveGeneral(data: FormData): Promise<Answer<unknown>> {
  return saved(saveGeneralFields, data);
}

/** Saves the logo, the icon and the accent colour. */
export async function saveLooks(data: FormData): Promise<Answer<unknown>> {
  return saved(saveLooksFields, data);
}

/** Saves the links of the menu. */
export async function saveMenu(data: FormData): Promise<Answer<unknown>> {
  return saved(saveMenuFields, data);
}

/** Saves what stands at the end of every page. */
export async function saveFooter(data: FormData): Promise<Answer<unknown>> {
  return saved(saveFooterFields, data);
}

async function saved(save: Save, data: FormData): Promise<Answer<unknown>> {
  const outcome = await save(data);
  revalidatePath('/admin', 'layout');
  return outcome;
}

function wordsOf(fields: Fields, name: string): string {
  return String(fields[name] ?? '').trim();
}

/** Reads the rows of links that have both fields. */
function linksOf(fields: Fields, name: string) {
  return Array.from({ length: MOST_ROWS }, (_, index) => ({
    label: readLocalText(fields, `${name}.${index}.label`),
    path: wordsOf(fields, `${name}.${index}.path`),
  })).filter(({ label, path }) => path !== '' && Object.keys(label).length > 0);
}
