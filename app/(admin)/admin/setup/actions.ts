'use server';
import { redirect } from 'next/navigation';
import { claimOwner, OwnerInput } from '@/lib/auth/owner';
import type { Outcome } from '@/lib/errors';
import { signIn } from '@/lib/next/auth';
import { database } from '@/lib/next/database';

/** Makes the owner at the one-time link, and signs in. */
export async function setUp(data: FormData): Promise<Outcome<{ userId: number }>> {
  const fields = Object.fromEntries(data);
  const parsed = OwnerInput.safeParse(fields);
  if (!parsed.success) {
    return {
      ok: false,
      code: 'invalid',
      message: parsed.error.issues[0]?.message ?? 'Please check the form.',
    };
  }
  const input = { ...parsed.data, token: String(fields.token ?? '') };
  const outcome = await claimOwner(database(), input, { userId: null, now: Date.now() });
  if (!outcome.ok) return outcome;
  const { email, passphrase } = parsed.data;
  await signIn('credentials', { email, passphrase, redirect: false });
  redirect('/admin');
}
