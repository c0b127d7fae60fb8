import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Field } from '@/components/ui/field';
import { OutcomeForm } from '@/components/ui/outcome-form.client';
import { currentUser } from '@/lib/next/session';
import { enter } from './actions';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage() {
  if (await currentUser()) redirect('/admin');
  return (
    <main className="desk desk-narrow">
      <h1 className="mb-6">Sign in</h1>
      <OutcomeForm action={enter} submit="Sign in">
        <Field label="E-mail" name="email" type="email" autoComplete="username" required />
        <Field
          label="Passphrase"
          name="passphrase"
          type="password"
          autoComplete="current-password"
          required
        />
      </OutcomeForm>
    </main>
  );
}
