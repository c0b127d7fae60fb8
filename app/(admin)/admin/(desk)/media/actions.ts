'use server';
import { join } from 'node:path';
import { z } from 'zod';
import { mayEditLibrary } from '@/lib/accounts/policies';
import type { Answer } from '@/lib/errors';
import { findMediaUses, type MediaUse } from '@/lib/media/find-uses';
import { deleteMedia, describeMedia, MediaDescription } from '@/lib/media/manage-media';
import { action, answerOf } from '@/lib/next/action';
import { database } from '@/lib/next/database';
import { deskLanguage } from '@/lib/next/desk-language';
import { contextOf, requireUser, requireUserWho } from '@/lib/next/session';
import { environment } from '@/lib/settings/environment';

const Named = z.object({ mediaId: z.string().max(64) });

export const describe = action(MediaDescription, describeMedia);

export async function remove(data: FormData): Promise<Answer<unknown>> {
  const user = await requireUser();
  const { mediaId } = Named.parse(Object.fromEntries(data));
  const context = { ...contextOf(user), mediaDir: join(environment().dataDir, 'media') };
  return answerOf(await deleteMedia(database(), { mediaId }, context));
}

export async function listUses(mediaId: string): Promise<MediaUse[]> {
  await requireUserWho(mayEditLibrary);
  return findMediaUses(database(), Named.parse({ mediaId }).mediaId, await deskLanguage());
}
