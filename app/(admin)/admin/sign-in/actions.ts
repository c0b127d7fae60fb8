'use server';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { AuthenticationResponse, optionsForSigningIn } from '@/lib/accounts/passkeys/ceremonies';
import { findSessionUser } from '@/lib/accounts/sessions';
import { type Answer, failureOf, Refusal } from '@/lib/errors';
import { isLanguageCode, type LanguageCode } from '@/lib/language/languages';
import { answerOf, postedForm } from '@/lib/next/action';
import { SignInRefused, signIn } from '@/lib/next/auth';
import { database } from '@/lib/next/database';
import { passkeyParty } from '@/lib/next/passkey-party';
import { sessionToken } from '@/lib/next/session';

const Form = z.object({ email: z.string().min(1).max(200), passphrase: z.string().min(1).max(500) });
const ShownIn = z.string().refine(isLanguageCode).optional().catch(undefined);

/** Opens a session. The actions of this file and set-up are the only ones that need no session. */
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

/** Returns what a browser needs to sign in with a passkey. */
export async function passkeyOptions(): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return optionsForSigningIn(await passkeyParty(), Date.now());
}

/** Opens a session for the person whose passkey answered. */
export async function enterWithPasskey(input: unknown): Promise<Answer<never>> {
  const response = AuthenticationResponse.safeParse(input);
  if (!response.success) return answerOf(failureOf(new Refusal('invalid', 'passkeyRefused')));
  const opened = await openWith('passkey', { response: JSON.stringify(response.data) });
  return opened.ok ? redirect('/admin') : opened;
}

async function open(input: unknown): Promise<Answer<null>> {
  const data = postedForm(input);
  const language = ShownIn.parse(data.get('language') ?? undefined);
  const parsed = Form.safeParse(Object.fromEntries(data));
  if (!parsed.success) return answerOf(failureOf(new Refusal('invalid', 'signInIncomplete')), language);
  return openWith('credentials', parsed.data, language);
}

async function openWith(
  way: 'credentials' | 'passkey',
  credentials: Record<string, string>,
  language?: LanguageCode,
): Promise<Answer<null>> {
  try {
    await signIn(way, { ...credentials, redirect: false });
  } catch (error) {
    if (error instanceof SignInRefused) return answerOf(failureOf(error.refusal), language);
    throw error;
  }
  return { ok: true, value: null };
}
