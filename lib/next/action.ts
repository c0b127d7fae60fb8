import type { z } from 'zod';
import type { Command } from '@/lib/commands';
import { type Outcome, refusable } from '@/lib/errors';
import { requireForm } from '@/lib/forms';
import type { LanguageCode } from '@/lib/language/languages';
import { refusalIn } from '@/lib/language/refusal-words';
import { database } from './database';
import { deskLanguage } from './desk-language';
import { contextOf, currentUser } from './session';

const SIGNED_OUT = {
  ok: false,
  code: 'signed_out',
  message: 'You are signed out. Sign in again to go on.',
} as const;

/**
 * Makes a server action of a command: session, then form, then the command. Nobody signed out gets
 * further than the first line. A refusal comes in the language of who is asking.
 */
export function action<S extends z.ZodType, T>(schema: S, run: Command<z.output<S>, T>) {
  return async (input: z.input<S> | FormData): Promise<Outcome<T>> => {
    const user = await currentUser();
    if (!user) return said(SIGNED_OUT);
    const fields = input instanceof FormData ? Object.fromEntries(input) : input;
    const form = refusable(() => requireForm(schema, fields));
    return said(form.ok ? run(database(), form.value, contextOf(user)) : form);
  };
}

/**
 * An outcome whose refusal, if it is one, is in the language of the desk.
 * @param language of a desk whose session is over, and which is still on the screen.
 */
export async function said<T>(outcome: Outcome<T>, language?: LanguageCode): Promise<Outcome<T>> {
  if (outcome.ok) return outcome;
  return { ...outcome, message: refusalIn(language ?? (await deskLanguage()), outcome.message) };
}
