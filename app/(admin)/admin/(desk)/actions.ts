'use server';
import { join } from 'node:path';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { type Outcome, requireValue } from '@/lib/errors';
import { action } from '@/lib/next/action';
import { requireUser } from '@/lib/next/session';
import { createPost } from '@/lib/posts/commands/create-post';
import { removeSampleFiles, removeSamples } from '@/lib/samples/remove-samples';
import { environment } from '@/lib/settings/environment';

const beginPost = action(z.object({ kind: z.enum(['post', 'page']).default('post') }), createPost);

/** Begins a draft and opens it. */
export async function begin(data: FormData): Promise<void> {
  await requireUser();
  const { postId } = requireValue(await beginPost({ kind: data.get('kind') === 'page' ? 'page' : 'post' }));
  redirect(`/admin/posts/${postId}`);
}

const removeRows = action(z.object({}), removeSamples);

/** Removes every sample that nobody made their own, with its pictures. */
export async function removeAllSamples(): Promise<Outcome<unknown>> {
  const outcome = await removeRows({});
  if (outcome.ok) await removeSampleFiles(join(environment().dataDir, 'media'), outcome.value.mediaIds);
  revalidatePath('/admin', 'layout');
  return outcome;
}
