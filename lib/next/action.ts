import { revalidatePath } from 'next/cache';
import type { z } from 'zod';
import type { Db } from '@/db/client';
import type { Context } from '@/lib/commands';
import { type Answer, failureOf, type Outcome, Refusal, refusable } from '@/lib/errors';
import { requireForm } from '@/lib/forms';
import type { LanguageCode } from '@/lib/language/languages';
import { refusalIn } from '@/lib/language/refusals';
import { whenFree } from '@/lib/when-free';
import { database } from './database';
import { deskLanguage } from './desk-language';
import { contextOf, currentUser } from './session';

interface ActionOptions {
  /** The page to render again after the action, whatever its answer. */
  refreshes?: string;
}

/** A command, or work around one that takes time, which waits for the database by itself (`whenFree`). */
type Work<I, T> = (db: Db, input: I, context: Context) => Outcome<T> | Promise<Outcome<T>>;

/**
 * Makes a server action from a command: it checks the session, then the form, then runs the command. A
 * signed-out visitor gets no further than the first check. A refusal is in the language of the user.
 */
export function action<S extends z.ZodType, T>(
  schema: S,
  run: Work<z.output<S>, T>,
  { refreshes }: ActionOptions = {},
) {
  return async (input: z.input<S> | FormData): Promise<Answer<T>> => {
    const answer = await answerTo(schema, run, input);
    if (refreshes !== undefined) revalidatePath(refreshes);
    return answer;
  };
}

/**
 * Returns what a form sent. Anyone can call a server action with anything in place of a form: that counts as an
 * empty one.
 */
export function postedForm(input: unknown): FormData {
  return input instanceof FormData ? input : new FormData();
}

async function answerTo<S extends z.ZodType, T>(schema: S, run: Work<z.output<S>, T>, input: unknown) {
  const user = await currentUser();
  if (!user) return answerOf<T>(failureOf(new Refusal('signed_out', 'signedOut')));
  const fields = input instanceof FormData ? Object.fromEntries(input) : input;
  const form = refusable(() => requireForm(schema, fields));
  if (!form.ok) return answerOf<T>(form);
  return answerOf(await whenFree<Outcome<T>>(() => run(database(), form.value, contextOf(user))));
}

/**
 * Converts an outcome for a browser: the reason of a refusal is in the language of the admin.
 * @param language of an admin page that is still open although its session is over.
 */
export async function answerOf<T>(outcome: Outcome<T>, language?: LanguageCode): Promise<Answer<T>> {
  if (outcome.ok) return outcome;
  const { code, key } = outcome;
  return { ok: false, code, key, message: refusalIn(language ?? (await deskLanguage()), outcome) };
}
