'use server';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { Outcome } from '@/lib/errors';
import { said } from '@/lib/next/action';
import { SignInRefused, signIn } from '@/lib/next/auth';
import { deskWords } from '@/lib/next/desk-language';

const Form = z.object({ email: z.string().min(1).max(200), passphrase: z.string().min(1).max(500) });

/** Opens a session. The one action, with set-up, that asks for none. */
export async function enter(data: FormData): Promise<Outcome<never>> {
  const parsed = Form.safeParse(Object.fromEntries(data));
  if (!parsed.success) {
    return { ok: false, code: 'invalid', message: (await deskWords()).signIn.fillBoth };
  }
  try {
    await signIn('credentials', { ...parsed.data, redirect: false });
  } catch (error) {
    if (error instanceof SignInRefused)
      return said({ ok: false, code: 'forbidden', message: error.sentence });
    throw error;
  }
  redirect('/admin');
}
