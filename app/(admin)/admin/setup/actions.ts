'use server';
import { join } from 'node:path';
import { redirect } from 'next/navigation';
import { VISITOR } from '@/lib/actor';
import { type Answer, refusable } from '@/lib/errors';
import { requireForm } from '@/lib/forms';
import { readLanguages } from '@/lib/language/form-fields';
import { answerOf, postedForm } from '@/lib/next/action';
import { signIn } from '@/lib/next/auth';
import { database } from '@/lib/next/database';
import { removeSampleFiles } from '@/lib/samples/remove-samples';
import { environment } from '@/lib/settings/environment';
import { claimOwner, OwnerInput, SetUpChoices } from '@/lib/setup/claim-owner';
import { languageOfSetUp } from './language-of-set-up';

/** Creates the owner at the set-up link and signs in. */
export async function setUp(data: FormData): Promise<Answer<unknown>> {
  const fields = Object.fromEntries(postedForm(data));
  const readsIn = await languageOfSetUp(fields.readsIn);
  const form = refusable(() => ({
    ...requireForm(OwnerInput, fields),
    choices: requireForm(SetUpChoices, choicesIn(fields)),
  }));
  if (!form.ok) return answerOf(form, readsIn);
  const input = { ...form.value, readsIn, token: String(fields.token ?? '') };
  const outcome = await claimOwner(database(), input, { actor: VISITOR, now: Date.now() });
  if (!outcome.ok) return answerOf(outcome, readsIn);
  await removeSampleFiles(join(environment().dataDir, 'media'), outcome.value.mediaIds);
  const { email, passphrase } = form.value;
  await signIn('credentials', { email, passphrase, redirect: false });
  redirect('/admin');
}

function choicesIn(fields: Record<string, unknown>) {
  return {
    languages: readLanguages(fields),
    timeZone: fields.timeZone,
    keepsSamples: fields.keepsSamples === 'on',
  };
}
