'use server';
import { join } from 'node:path';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { confirmSession, revokeSession } from '@/lib/accounts/sessions';
import { setUserLanguage } from '@/lib/accounts/set-user-language';
import { adminPostPath } from '@/lib/addresses';
import { type Answer, requireValue } from '@/lib/errors';
import { confirmClock } from '@/lib/jobs/confirm-clock';
import { requestBackup } from '@/lib/jobs/request-backup';
import { dismissJob, JobId, retryJob } from '@/lib/jobs/retry-job';
import { LANGUAGE_CODES } from '@/lib/language/languages';
import { action, postedForm } from '@/lib/next/action';
import { database } from '@/lib/next/database';
import { contextOf, requireUser } from '@/lib/next/session';
import { createPost } from '@/lib/posts/commands/create-post';
import { removeAllSamples as removeInSlices, removeSampleFiles } from '@/lib/samples/remove-samples';
import { environment } from '@/lib/settings/environment';
import { beginFromTemplate } from '@/lib/templates/begin-from-template';
import { TemplateId } from '@/lib/templates/templates';
import { whenFree } from '@/lib/when-free';

/** Creates a draft, empty or from a template, and opens it. */
export async function begin(data: FormData): Promise<void> {
  const user = await requireUser();
  const form = postedForm(data);
  const template = TemplateId.safeParse({ templateId: form.get('template') ?? undefined });
  const kind = form.get('kind') === 'page' ? 'page' : 'post';
  const create = () =>
    template.success
      ? beginFromTemplate(database(), template.data, contextOf(user))
      : createPost(database(), { kind }, contextOf(user));
  const outcome = await whenFree(create);
  // The template was deleted meanwhile: the page shows those that are left.
  if (!outcome.ok && outcome.code === 'not_found') redirect('/admin/posts/new');
  redirect(adminPostPath(requireValue(outcome).postId));
}

const removeRows = action(z.object({}), removeInSlices);

/** Removes every sample post that nobody has edited, with its pictures. */
export async function removeAllSamples(): Promise<Answer<unknown>> {
  const outcome = await removeRows({});
  if (outcome.ok) await removeSampleFiles(join(environment().dataDir, 'media'), outcome.value.mediaIds);
  revalidatePath('/admin', 'layout');
  return outcome;
}

const addBackup = action(z.object({}), requestBackup, { refreshes: '/admin' });

/** Requests a backup of the whole publication to a new folder next to the data folder. */
export async function backUpNow(): Promise<Answer<unknown>> {
  return addBackup({});
}

/** Retries a background job now. */
export const tryJobAgain = action(JobId, retryJob, { refreshes: '/admin' });

/** Confirms that the clock of the server is right although it jumped. */
export const confirmServerClock = action(z.object({}), confirmClock, { refreshes: '/admin' });

const Session = z.object({ tokenHash: z.string() });
/** Notes that a browser which signed in for the first time is the user's. */
export const confirmNewSession = action(Session, confirmSession, { refreshes: '/admin' });
/** Signs out a browser that signed in for the first time. */
export const endNewSession = action(Session, revokeSession, { refreshes: '/admin' });

/** Dismisses a failed background job. */
export const dismissFailedJob = action(JobId, dismissJob, { refreshes: '/admin' });

const keepLanguage = action(
  z.object({ language: z.enum([...LANGUAGE_CODES, '']).transform((code) => code || null) }),
  setUserLanguage,
);

/** Sets the admin language of this user; empty follows the publication. */
export async function chooseLanguage(data: FormData): Promise<Answer<unknown>> {
  const outcome = await keepLanguage(data);
  revalidatePath('/admin', 'layout');
  return outcome;
}
