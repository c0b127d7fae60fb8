'use server';
import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import type { Answer } from '@/lib/errors';
import { readLocalText } from '@/lib/language/form-fields';
import { action } from '@/lib/next/action';
import { movePart, putIntoSeries, removeFromSeries } from '@/lib/series/arrange-parts';
import { createSeries, deleteSeries, updateSeries } from '@/lib/series/series';

const Words = z.record(z.string(), z.unknown()).transform((fields) => ({
  name: readLocalText(fields, 'name'),
  description: readLocalText(fields, 'description'),
  slug: String(fields.slug ?? ''),
  mediaId: String(fields.mediaId ?? ''),
  id: Number(fields.id),
}));
const Id = z.object({ id: z.coerce.number().int() });
const Post = z.object({ postId: z.coerce.number().int() });
const Move = Post.extend({ by: z.union([z.literal(-1), z.literal(1)]) });
const Part = Post.extend({
  seriesId: z.coerce.number().int(),
  part: z.coerce.number().int().min(1).optional(),
});

const add = action(Words, (db, { id: _none, ...words }, context) => createSeries(db, words, context));
const change = action(Words, updateSeries);
const remove = action(Id, deleteSeries);
const move = action(Move, movePart);
const takeOut = action(Post, removeFromSeries);
const put = action(Part, putIntoSeries);

export async function addSeries(data: FormData) {
  return shown(await add(data));
}

export async function changeSeries(data: FormData) {
  return shown(await change(data));
}

export async function removeSeries(data: FormData) {
  return shown(await remove(data));
}

export async function addPart(data: FormData) {
  return shown(await put(data));
}

export async function movePartBy(input: z.input<typeof Move>) {
  return shown(await move(input));
}

export async function takePartOut(input: { postId: number }) {
  return shown(await takeOut(input));
}

function shown<T>(outcome: Answer<T>): Answer<T> {
  revalidatePath('/admin/series');
  return outcome;
}
