import type { Metadata } from 'next';
import { TextField } from '@/components/desk/ui/field';
import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import { browserName } from '@/lib/accounts/browser-name';
import { listSessions } from '@/lib/accounts/sessions';
import { formatDate } from '@/lib/language/dates';
import { fill } from '@/lib/language/fill';
import { LANGUAGE_CODES, LANGUAGES, type LanguageCode } from '@/lib/language/languages';
import type { DeskStrings } from '@/lib/language/strings';
import { database } from '@/lib/next/database';
import { deskLanguage, deskWords } from '@/lib/next/desk-language';
import { requireUser, sessionToken } from '@/lib/next/session';
import { readSite } from '@/lib/settings/site';
import { chooseLanguage } from '../actions';
import { changePassphrase, closeOthers, closeSession, leave } from './actions';

export const dynamic = 'force-dynamic';
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskWords()).shell.account };
}

export default async function AccountPage() {
  const user = await requireUser();
  const words = await deskWords();
  return (
    <>
      <div className="desk-head">
        <h1>{words.shell.account}</h1>
        <form action={leave}>
          <button type="submit" className="quiet">
            {words.account.signOut}
          </button>
        </form>
      </div>
      <p>
        {user.name}, {user.email}
      </p>
      <LanguageSection words={words} chosen={user.language} />
      <PassphraseSection words={words.account} email={user.email} />
      <SessionsSection
        words={words}
        sessions={listSessions(database(), user.id, await sessionToken())}
        language={await deskLanguage()}
      />
    </>
  );
}

function LanguageSection({ words, chosen }: { words: DeskStrings; chosen: string | null }) {
  const say = words.account;
  return (
    <section className="card">
      <h2>{say.language}</h2>
      <OutcomeForm action={chooseLanguage} submit={words.common.save} done={words.common.saved} tone="quiet">
        <label className="field">
          <span className="sr-only">{say.language}</span>
          <select className="input" name="language" defaultValue={chosen ?? ''}>
            <option value="">{say.likePublication}</option>
            {LANGUAGE_CODES.map((code) => (
              <option key={code} value={code} lang={code}>
                {LANGUAGES[code].ownName}
              </option>
            ))}
          </select>
          <small>{say.languageHint}</small>
        </label>
      </OutcomeForm>
    </section>
  );
}

function PassphraseSection({ words, email }: { words: DeskStrings['account']; email: string }) {
  return (
    <section className="card">
      <h2>{words.passphrase}</h2>
      <OutcomeForm
        action={changePassphrase}
        submit={words.changePassphrase}
        done={words.passphraseChanged}
        isCleared
      >
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <TextField
          label={words.present}
          name="present"
          type="password"
          autoComplete="current-password"
          required
        />
        <TextField
          label={words.newPassphrase}
          name="passphrase"
          type="password"
          autoComplete="new-password"
          required
          hint={words.passphraseHint}
        />
      </OutcomeForm>
    </section>
  );
}

interface SessionsProps {
  words: DeskStrings;
  sessions: ReturnType<typeof listSessions>;
  language: LanguageCode;
}

function SessionsSection({ words, sessions, language }: SessionsProps) {
  const say = words.account;
  const { timeZone } = readSite(database());
  const lastUsed = (at: number) =>
    fill(say.lastUsed, { date: formatDate(at, language, { timeZone, hasOwnDigits: false }) });
  return (
    <section className="card">
      <h2>{say.browsers}</h2>
      <ul className="rows mb-4">
        {sessions.map(({ tokenHash, userAgent, lastSeenAt, isCurrent }) => (
          <li key={tokenHash} className="row justify-between">
            <span className="min-w-0 flex-1">
              <span className="block truncate" title={userAgent}>
                {browserName(userAgent) || say.aBrowser}
              </span>
              <span className="meta">{isCurrent ? say.thisBrowser : lastUsed(lastSeenAt)}</span>
            </span>
            {!isCurrent && (
              <OutcomeForm action={closeSession} submit={say.signOut} tone="quiet">
                <input type="hidden" name="tokenHash" value={tokenHash} />
              </OutcomeForm>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <OutcomeForm action={closeOthers} submit={say.signOutElsewhere} tone="quiet" done={words.common.done}>
          {null}
        </OutcomeForm>
      )}
    </section>
  );
}
