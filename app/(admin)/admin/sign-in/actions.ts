'use server';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { findSessionUser } from '@/lib/accounts/sessions';
import type { Outcome } from '@/lib/errors';
import { isLanguageCode } from '@/lib/language/languages';
import { deskStringsFor } from '@/lib/language/strings';
import { said } from '@/lib/next/action';
import { SignInRefused, signIn } from '@/lib/next/auth';
import { database } from '@/lib/next/database';
import { deskWords } from '@/lib/next/desk-language';
import { sessionToken } from '@/lib/next/session';

const Form = z.object({ email: z.string().min(1).max(200), passphrase: z.string().min(1).max(500) });
const ShownIn = z.string().refine(isLanguageCode).optional().catch(undefined);

/** Opens a session. With its sister below and set-up, the one action that asks for none. */
export async function enter(data: FormData): Promise<Outcome<never>> {
  const opened = await open(data);
  return opened.ok ? redirect('/admin') : opened;
}

/** Opens a session over a page that stays as it is, in the `language` that the form names, and says whose. */
export async function enterAgain(data: FormData): Promise<Outcome<{ userId: number; name: string }>> {
  const opened = await open(data);
  if (!opened.ok) return opened;
  const token = await sessionToken();
  const user = token === null ? null : findSessionUser(database(), token, Date.now());
  if (!user) throw new Error('The session that was just opened is not there.');
  return { ok: true, value: { userId: user.id, name: user.name } };
}

async function open(data: FormData): Promise<Outcome<null>> {
  const language = ShownIn.parse(data.get('language') ?? undefined);
  const parsed = Form.safeParse(Object.fromEntries(data));
  if (!parsed.success) {
    const words = language ? deskStringsFor(language) : await deskWords();
    return { ok: false, code: 'invalid', message: words.signIn.fillBoth };
  }
  try {
    await signIn('credentials', { ...parsed.data, redirect: false });
  } catch (error) {
    if (error instanceof SignInRefused)
      return said({ ok: false, code: 'forbidden', message: error.sentence }, language);
    throw error;
  }
  return { ok: true, value: null };
}
