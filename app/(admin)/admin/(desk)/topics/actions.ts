'use server';
import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { createTopic, deleteTopic, updateTopic } from '@/lib/labels/topics';
import { readLocalText } from '@/lib/language/form-fields';
import { action } from '@/lib/next/action';

const Words = z.record(z.string(), z.unknown()).transform((fields) => ({
  name: readLocalText(fields, 'name'),
  description: readLocalText(fields, 'description'),
  slug: String(fields.slug ?? ''),
  mediaId: String(fields.mediaId ?? ''),
  id: Number(fields.id),
}));
const Id = z.object({ id: z.coerce.number().int() });

const add = action(Words, (db, { id: _none, ...words }, context) => createTopic(db, words, context));
const change = action(Words, updateTopic);
const remove = action(Id, deleteTopic);

export async function addTopic(data: FormData) {
  const outcome = await add(data);
  revalidatePath('/admin/topics');
  return outcome;
}

export async function changeTopic(data: FormData) {
  const outcome = await change(data);
  revalidatePath('/admin/topics');
  return outcome;
}

export async function removeTopic(data: FormData) {
  const outcome = await remove(data);
  revalidatePath('/admin/topics');
  return outcome;
}
