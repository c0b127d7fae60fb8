'use server';
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
  isOrganisation: fields.isOrganisation === 'on',
  id: Number(fields.id),
}));
const Id = z.object({ id: z.coerce.number().int() });

const PAGE = { refreshes: '/admin/authors' };

export const addAuthor = action(
  Words,
  (db, { id: _none, ...words }, context) => createAuthor(db, words, context),
  PAGE,
);
export const changeAuthor = action(Words, updateAuthor, PAGE);
export const removeAuthor = action(Id, deleteAuthor, PAGE);

function linesOf(value: unknown): string[] {
  return String(value ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
