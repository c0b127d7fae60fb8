'use server';
import { join } from 'node:path';
import { z } from 'zod';
import type { Answer } from '@/lib/errors';
import { findMediaUses, type MediaUse } from '@/lib/media/find-uses';
import { deleteMedia, describeMedia, MediaDescription } from '@/lib/media/manage-media';
import { action, answerOf } from '@/lib/next/action';
import { database } from '@/lib/next/database';
import { deskLanguage } from '@/lib/next/desk-language';
import { requireUser } from '@/lib/next/session';
import { environment } from '@/lib/settings/environment';

const Named = z.object({ mediaId: z.string().max(64) });
const change = action(MediaDescription, describeMedia);

export async function describe(data: FormData) {
  return change(data);
}

export async function remove(data: FormData): Promise<Answer<unknown>> {
  const user = await requireUser();
  const { mediaId } = Named.parse(Object.fromEntries(data));
  const context = { userId: user.id, now: Date.now(), mediaDir: join(environment().dataDir, 'media') };
  return answerOf(await deleteMedia(database(), { mediaId }, context));
}

export async function listUses(mediaId: string): Promise<MediaUse[]> {
  await requireUser();
  return findMediaUses(database(), Named.parse({ mediaId }).mediaId, await deskLanguage());
}
