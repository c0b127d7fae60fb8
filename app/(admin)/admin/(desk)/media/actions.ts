'use server';
import { join } from 'node:path';
import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import type { Outcome } from '@/lib/errors';
import { deleteMedia, describeMedia, MediaDescription } from '@/lib/media/manage-media';
import { action } from '@/lib/next/action';
import { database } from '@/lib/next/database';
import { requireUser } from '@/lib/next/session';
import { environment } from '@/lib/settings/environment';

const change = action(MediaDescription, describeMedia);

export async function describe(data: FormData) {
  const outcome = await change(data);
  revalidatePath('/admin/media');
  return outcome;
}

export async function remove(data: FormData): Promise<Outcome<unknown>> {
  const user = await requireUser();
  const { mediaId } = z.object({ mediaId: z.string() }).parse(Object.fromEntries(data));
  const context = { userId: user.id, now: Date.now(), mediaDir: join(environment().dataDir, 'media') };
  const outcome = await deleteMedia(database(), { mediaId }, context);
  revalidatePath('/admin/media');
  return outcome;
}
