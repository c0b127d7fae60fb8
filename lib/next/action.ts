import type { z } from 'zod';
import type { Command } from '@/lib/commands';
import { type Answer, failureOf, type Outcome, Refusal, refusable } from '@/lib/errors';
import { requireForm } from '@/lib/forms';
import type { LanguageCode } from '@/lib/language/languages';
import { refusalIn } from '@/lib/language/refusals';
import { database } from './database';
import { deskLanguage } from './desk-language';
import { contextOf, currentUser } from './session';

/**
 * Makes a server action from a command: it checks the session, then the form, then runs the command. A
 * signed-out visitor gets no further than the first check. A refusal is in the language of the user.
 */
export function action<S extends z.ZodType, T>(schema: S, run: Command<z.output<S>, T>) {
  return async (input: z.input<S> | FormData): Promise<Answer<T>> => {
    const user = await currentUser();
    if (!user) return answerOf(failureOf(new Refusal('signed_out', 'signedOut')));
    const fields = input instanceof FormData ? Object.fromEntries(input) : input;
    const form = refusable(() => requireForm(schema, fields));
    return answerOf(form.ok ? run(database(), form.value, contextOf(user)) : form);
  };
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
