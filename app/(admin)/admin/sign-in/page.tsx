import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { hintStyle, TextField } from '@/components/desk/ui/field';
import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import { PageTitle } from '@/components/desk/ui/page';
import { fill } from '@/lib/language/fill';
import { localText } from '@/lib/language/languages';
import { database } from '@/lib/next/database';
import { deskLanguage, deskWords } from '@/lib/next/desk-language';
import { currentUser } from '@/lib/next/session';
import { manageCommand } from '@/lib/settings/operator-commands';
import { readSite } from '@/lib/settings/site';
import { enter } from './actions';

export const dynamic = 'force-dynamic';
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskWords()).signIn.title };
}

export default async function SignInPage() {
  if (await currentUser()) redirect('/admin');
  const words = (await deskWords()).signIn;
  const site = readSite(database());
  return (
    <main className="mx-auto max-w-[26rem] px-4 pt-[10vh] pb-20">
      <p className="text-soft mb-1">{localText(site.name, await deskLanguage())}</p>
      <PageTitle className="mb-6">{words.title}</PageTitle>
      <OutcomeForm action={enter} submit={words.signIn}>
        <TextField label={words.email} name="email" type="email" autoComplete="username" required />
        <TextField
          label={words.passphrase}
          name="passphrase"
          type="password"
          autoComplete="current-password"
          required
        />
      </OutcomeForm>
      <p className={`mt-6 ${hintStyle}`}>{fill(words.forgotten, { command: manageCommand('owner') })}</p>
    </main>
  );
}
