import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PasskeySignIn } from '@/components/desk/passkeys/passkey-sign-in.client';
import { hintStyle, TextField } from '@/components/desk/ui/field';
import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import { PageTitle } from '@/components/desk/ui/page';
import { fill } from '@/lib/language/fill';
import { localText } from '@/lib/language/languages';
import { database } from '@/lib/next/database';
import { deskLanguage, deskWords } from '@/lib/next/desk-language';
import { currentUser } from '@/lib/next/session';
import { manageCommand } from '@/lib/settings/operator-commands';
import { readSite, type Site } from '@/lib/settings/site';
import { shownLogo } from '@/lib/settings/site-pictures';
import { enter, enterWithPasskey, passkeyOptions } from './actions';

export const dynamic = 'force-dynamic';
export async function generateMetadata(): Promise<Metadata> {
  const name = localText(readSite(database()).name, await deskLanguage());
  return { title: `${(await deskWords()).signIn.title} – ${name}` };
}

/** The room of the logo in CSS pixels. */
const LOGO_ROOM = { heightPx: 56, widthPx: 320 };

/** The publication that one signs in to: its logo, or else its name. */
function PublicationName({ site, name }: { site: Site; name: string }) {
  const logo = shownLogo(site.logo, LOGO_ROOM);
  if (!logo) return <p className="text-lead mb-1 font-bold">{name}</p>;
  const { src, widthPx, heightPx, isCutOut } = logo;
  return (
    <img
      src={src}
      width={widthPx}
      height={heightPx}
      alt={name}
      className={`mb-4 h-auto max-w-full ${isCutOut ? 'bg-[light-dark(transparent,white)] [box-shadow:0_0_0_0.375rem_light-dark(transparent,white)]' : ''}`}
    />
  );
}

export default async function SignInPage() {
  if (await currentUser()) redirect('/admin');
  const words = (await deskWords()).signIn;
  const site = readSite(database());
  return (
    <main className="mx-auto max-w-[26rem] px-4 pt-[10vh] pb-20">
      <PublicationName site={site} name={localText(site.name, await deskLanguage())} />
      <PageTitle className="mb-6">{words.title}</PageTitle>
      <PasskeySignIn options={passkeyOptions} enter={enterWithPasskey} />
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
