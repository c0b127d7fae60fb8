import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { LanguageFields } from '@/components/desk/forms/language-fields.client';
import { TimeZoneField } from '@/components/desk/forms/time-zone-field.client';
import { Checkbox } from '@/components/desk/ui/checkbox';
import { DeskWordsProvider } from '@/components/desk/ui/desk-words.client';
import { hintStyle, TextField } from '@/components/desk/ui/field';
import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import { PageTitle } from '@/components/desk/ui/page';
import { hasOwner, isSetupLink } from '@/lib/accounts/setup-link';
import { adminPath, signInPath } from '@/lib/addresses';
import { LANGUAGE_CODES, LANGUAGES, type LanguageCode } from '@/lib/language/languages';
import { type DeskStrings, deskStringsFor } from '@/lib/language/strings';
import { database } from '@/lib/next/database';
import { hasSamples } from '@/lib/samples/has-samples';
import { listTimeZones, machineTimeZone } from '@/lib/settings/time-zones';
import { setUp } from './actions';
import { languageOfSetUp } from './language-of-set-up';

export const dynamic = 'force-dynamic';

const fieldsetStyle = 'grid max-w-form gap-4';
const legendStyle = 'mb-3 text-body font-bold';

type Props = PageProps<'/admin/setup'>;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const language = await languageOfSetUp((await searchParams).language);
  return { title: deskStringsFor(language).setUp.title, referrer: 'no-referrer' };
}

/** The page behind the set-up link. The link's `language` overrides the browser's language. */
export default async function SetupPage({ searchParams }: Props) {
  const { token = '', language: asked } = await searchParams;
  if (hasOwner(database())) redirect(signInPath());
  const language = await languageOfSetUp(asked);
  const words = deskStringsFor(language);
  const isOpen = isSetupLink(database(), String(token), Date.now());
  return (
    <DeskWordsProvider language={language} words={words}>
      <main className="leading-desk mx-auto max-w-[30rem] px-4 pt-[5vh] pb-20" lang={language}>
        <LanguageSwitch token={String(token)} language={language} />
        {isOpen ? (
          <SetUpForm token={String(token)} language={language} words={words} />
        ) : (
          <>
            <PageTitle className="mb-4">{words.setUp.linkExpired}</PageTitle>
            <p>{words.setUp.linkExpiredHint}</p>
          </>
        )}
      </main>
    </DeskWordsProvider>
  );
}

interface PartProps {
  token: string;
  language: LanguageCode;
}

function LanguageSwitch({ token, language }: PartProps) {
  return LANGUAGE_CODES.filter((code) => code !== language).map((code) => (
    <a
      key={code}
      className="ml-auto block w-fit py-2 underline underline-offset-[0.2em]"
      href={adminPath('setup', { token, language: code })}
      lang={code}
      hrefLang={code}
    >
      {LANGUAGES[code].ownName}
    </a>
  ));
}

function SetUpForm({ token, language, words }: PartProps & { words: DeskStrings }) {
  const say = words.setUp;
  return (
    <>
      <PageTitle className="mb-2">{say.heading}</PageTitle>
      <p className={`mb-6 ${hintStyle}`}>{say.hint}</p>
      <OutcomeForm action={setUp} submit={say.submit}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="readsIn" value={language} />
        <fieldset className={fieldsetStyle}>
          <legend className={legendStyle}>{words.settings.publication}</legend>
          <TextField label={say.publicationName} name="publicationName" required maxLength={200} />
          <LanguageFields main={language} others={[]} othersHint={say.otherLanguagesHint} />
          <TimeZoneField
            zones={listTimeZones()}
            timeZone={machineTimeZone()}
            followsDevice
            hint={say.timeZoneHint}
          />
          {hasSamples(database()) && (
            <Checkbox name="keepsSamples" label={say.keepSamples} hint={say.keepSamplesHint} defaultChecked />
          )}
        </fieldset>
        <fieldset className={`mt-5 ${fieldsetStyle}`}>
          <legend className={legendStyle}>{say.account}</legend>
          <TextField label={say.yourName} name="name" autoComplete="name" required maxLength={200} />
          <TextField label={words.signIn.email} name="email" type="email" autoComplete="username" required />
          <TextField
            label={words.signIn.passphrase}
            name="passphrase"
            type="password"
            autoComplete="new-password"
            required
            hint={say.passphraseHint}
          />
          <p className={hintStyle}>{say.neverShown}</p>
        </fieldset>
      </OutcomeForm>
    </>
  );
}
