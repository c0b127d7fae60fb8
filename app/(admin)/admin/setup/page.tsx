import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Field } from '@/components/ui/field';
import { OutcomeForm } from '@/components/ui/outcome-form.client';
import { hasOwner, isSetupLink } from '@/lib/auth/setup-link';
import { database } from '@/lib/next/database';
import { deskWords } from '@/lib/next/desk-language';
import { setUp } from './actions';

export const dynamic = 'force-dynamic';
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskWords()).signIn.setUpTitle, referrer: 'no-referrer' };
}

export default async function SetupPage({ searchParams }: PageProps<'/admin/setup'>) {
  const words = (await deskWords()).signIn;
  const token = String((await searchParams).token ?? '');
  if (hasOwner(database())) redirect('/admin/sign-in');
  if (!isSetupLink(database(), token, Date.now())) {
    return (
      <main className="desk desk-narrow">
        <h1 className="mb-4">{words.linkOver}</h1>
        <p>{words.linkOverHint}</p>
      </main>
    );
  }
  return (
    <main className="desk desk-narrow">
      <h1 className="mb-2">{words.makeItYours}</h1>
      <p className="hint mb-6">{words.makeItYoursHint}</p>
      <OutcomeForm action={setUp} submit={words.start}>
        <input type="hidden" name="token" value={token} />
        <Field label={words.publicationName} name="publicationName" required maxLength={200} />
        <Field label={words.yourName} name="name" autoComplete="name" required maxLength={200} />
        <Field label={words.email} name="email" type="email" autoComplete="username" required />
        <Field
          label={words.passphrase}
          name="passphrase"
          type="password"
          autoComplete="new-password"
          required
          hint={words.passphraseHint}
        />
      </OutcomeForm>
    </main>
  );
}
