import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Field } from '@/components/ui/field';
import { OutcomeForm } from '@/components/ui/outcome-form.client';
import { hasOwner, isSetupLink } from '@/lib/auth/setup-link';
import { database } from '@/lib/next/database';
import { setUp } from './actions';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Set up', referrer: 'no-referrer' };

export default async function SetupPage({ searchParams }: PageProps<'/admin/setup'>) {
  const token = String((await searchParams).token ?? '');
  if (hasOwner(database())) redirect('/admin/sign-in');
  if (!isSetupLink(database(), token, Date.now())) {
    return (
      <main className="desk desk-narrow">
        <h1 className="mb-4">This link does not work any more</h1>
        <p>It was used, or it is older than a day. Stop Broadside and start it again: it prints a new one.</p>
      </main>
    );
  }
  return (
    <main className="desk desk-narrow">
      <h1 className="mb-2">Make it yours</h1>
      <p className="hint mb-6">Two minutes, once. Everything but the e-mail address shows on the site.</p>
      <OutcomeForm action={setUp} submit="Start the publication">
        <input type="hidden" name="token" value={token} />
        <Field label="Name of the publication" name="publicationName" required maxLength={200} />
        <Field label="Your name, as printed" name="name" autoComplete="name" required maxLength={200} />
        <Field label="E-mail" name="email" type="email" autoComplete="username" required />
        <Field
          label="Passphrase"
          name="passphrase"
          type="password"
          autoComplete="new-password"
          required
          hint="At least 12 characters. A few words that only you would put together are good."
        />
      </OutcomeForm>
    </main>
  );
}
