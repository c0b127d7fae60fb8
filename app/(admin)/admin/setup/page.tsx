import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { LanguageFields } from '@/components/desk/forms/language-fields.client';
import { TimeZoneField } from '@/components/desk/forms/time-zone-field.client';
import { DeskWordsProvider } from '@/components/desk/ui/desk-words.client';
import { TextField } from '@/components/desk/ui/field';
import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
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
      <main className="desk desk-narrow set-up" lang={language}>
        <LanguageSwitch token={String(token)} language={language} />
        {isOpen ? (
          <SetUpForm token={String(token)} language={language} words={words} />
        ) : (
          <>
            <h1 className="mb-4">{words.setUp.linkExpired}</h1>
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
      className="set-up-language"
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
      <h1 className="mb-2">{say.heading}</h1>
      <p className="hint mb-6">{say.hint}</p>
      <OutcomeForm action={setUp} submit={say.submit}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="readsIn" value={language} />
        <fieldset className="form">
          <legend>{words.settings.publication}</legend>
          <TextField label={say.publicationName} name="publicationName" required maxLength={200} />
          <LanguageFields main={language} others={[]} othersHint={say.otherLanguagesHint} />
          <TimeZoneField
            zones={listTimeZones()}
            timeZone={machineTimeZone()}
            followsDevice
            hint={say.timeZoneHint}
          />
          {hasSamples(database()) && (
            <label className="choice">
              <input type="checkbox" name="keepsSamples" defaultChecked />
              <span>
                {say.keepSamples}
                <small>{say.keepSamplesHint}</small>
              </span>
            </label>
          )}
        </fieldset>
        <fieldset className="form">
          <legend>{say.account}</legend>
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
          <p className="hint">{say.neverShown}</p>
        </fieldset>
      </OutcomeForm>
    </>
  );
}
