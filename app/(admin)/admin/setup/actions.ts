'use server';
import { redirect } from 'next/navigation';
import { claimOwner, OwnerInput } from '@/lib/auth/owner';
import { type Outcome, refusable } from '@/lib/errors';
import { said } from '@/lib/next/action';
import { signIn } from '@/lib/next/auth';
import { database } from '@/lib/next/database';
import { requireForm } from '@/lib/require-form';

/** Makes the owner at the one-time link, and signs in. */
export async function setUp(data: FormData): Promise<Outcome<{ userId: number }>> {
  const fields = Object.fromEntries(data);
  const form = refusable(() => requireForm(OwnerInput, fields));
  if (!form.ok) return said(form);
  const input = { ...form.value, token: String(fields.token ?? '') };
  const outcome = await claimOwner(database(), input, { userId: null, now: Date.now() });
  if (!outcome.ok) return said(outcome);
  const { email, passphrase } = form.value;
  await signIn('credentials', { email, passphrase, redirect: false });
  redirect('/admin');
}
