'use server';
import { z } from 'zod';
import { createTopic, deleteTopic, updateTopic } from '@/lib/labels/topics';
import { readLocalText } from '@/lib/language/form-fields';
import { action } from '@/lib/next/action';

const Words = z.record(z.string(), z.unknown()).transform((fields) => ({
  name: readLocalText(fields, 'name'),
  description: readLocalText(fields, 'description'),
  slug: String(fields.slug ?? ''),
  mediaId: String(fields.mediaId ?? ''),
  isInMenu: fields.isInMenu === 'on',
  id: Number(fields.id),
}));
const Id = z.object({ id: z.coerce.number().int() });

const PAGE = { refreshes: '/admin/topics' };

export const addTopic = action(
  Words,
  (db, { id: _none, ...words }, context) => createTopic(db, words, context),
  PAGE,
);
export const changeTopic = action(Words, updateTopic, PAGE);
export const removeTopic = action(Id, deleteTopic, PAGE);
