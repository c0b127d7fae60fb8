'use server';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { findSessionUser } from '@/lib/accounts/sessions';
import { type Answer, failureOf, Refusal } from '@/lib/errors';
import { isLanguageCode } from '@/lib/language/languages';
import { answerOf, postedForm } from '@/lib/next/action';
import { SignInRefused, signIn } from '@/lib/next/auth';
import { database } from '@/lib/next/database';
import { sessionToken } from '@/lib/next/session';

const Form = z.object({ email: z.string().min(1).max(200), passphrase: z.string().min(1).max(500) });
const ShownIn = z.string().refine(isLanguageCode).optional().catch(undefined);

/** Opens a session. This action, the next one and set-up are the only ones that need no session. */
export async function enter(data: FormData): Promise<Answer<never>> {
  const opened = await open(data);
  return opened.ok ? redirect('/admin') : opened;
}

/**
 * Opens a session without leaving the current page, answers in the form's `language`, and says whose session
 * it is.
 */
export async function enterAgain(data: FormData): Promise<Answer<{ userId: number; name: string }>> {
  const opened = await open(data);
  if (!opened.ok) return opened;
  const token = await sessionToken();
  const user = token === null ? null : findSessionUser(database(), token, Date.now());
  if (!user) throw new Error('The session that was just opened is not there.');
  return { ok: true, value: { userId: user.id, name: user.name } };
}

async function open(input: unknown): Promise<Answer<null>> {
  const data = postedForm(input);
  const language = ShownIn.parse(data.get('language') ?? undefined);
  const parsed = Form.safeParse(Object.fromEntries(data));
  if (!parsed.success) return answerOf(failureOf(new Refusal('invalid', 'signInIncomplete')), language);
  try {
    await signIn('credentials', { ...parsed.data, redirect: false });
  } catch (error) {
    if (error instanceof SignInRefused) return answerOf(failureOf(error.refusal), language);
    throw error;
  }
  return { ok: true, value: null };
}
