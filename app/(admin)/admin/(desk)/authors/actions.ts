'use server';
import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { createAuthor, deleteAuthor, updateAuthor } from '@/lib/labels/authors';
import { readLocalText } from '@/lib/language/form-fields';
import { action } from '@/lib/next/action';

const Words = z.record(z.string(), z.unknown()).transform((fields) => ({
  name: readLocalText(fields, 'name'),
  biography: readLocalText(fields, 'biography'),
  slug: String(fields.slug ?? ''),
  mediaId: String(fields.mediaId ?? ''),
  links: linesOf(fields.links),
  id: Number(fields.id),
}));
const Id = z.object({ id: z.coerce.number().int() });

const add = action(Words, (db, { id: _none, ...words }, context) => createAuthor(db, words, context));
const change = action(Words, updateAuthor);
const remove = action(Id, deleteAuthor);

export async function addAuthor(data: FormData) {
  const outcome = await add(data);
  revalidatePath('/admin/authors');
  return outcome;
}

export async function changeAuthor(data: FormData) {
  const outcome = await change(data);
  revalidatePath('/admin/authors');
  return outcome;
}

export async function removeAuthor(data: FormData) {
  const outcome = await remove(data);
  revalidatePath('/admin/authors');
  return outcome;
}

function linesOf(value: unknown): string[] {
  return String(value ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
