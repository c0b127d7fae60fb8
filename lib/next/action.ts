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
 * Makes a server action of a command: session, then form, then the command. Nobody signed out gets
 * further than the first line. A refusal comes in the language of who is asking.
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
 * An outcome for a browser: why it was refused, if it was, is said in the language of the desk.
 * @param language of a desk whose session is over, and which is still on the screen.
 */
export async function answerOf<T>(outcome: Outcome<T>, language?: LanguageCode): Promise<Answer<T>> {
  if (outcome.ok) return outcome;
  const { code, key } = outcome;
  return { ok: false, code, key, message: refusalIn(language ?? (await deskLanguage()), outcome) };
}
