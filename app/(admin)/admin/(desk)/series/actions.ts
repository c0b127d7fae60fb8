'use server';
import { z } from 'zod';
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

const PAGE = { refreshes: '/admin/series' };

export const addSeries = action(
  Words,
  (db, { id: _none, ...words }, context) => createSeries(db, words, context),
  PAGE,
);
export const changeSeries = action(Words, updateSeries, PAGE);
export const removeSeries = action(Id, deleteSeries, PAGE);
export const addPart = action(Part, putIntoSeries, PAGE);
export const movePartBy = action(Move, movePart, PAGE);
export const takePartOut = action(Post, removeFromSeries, PAGE);
