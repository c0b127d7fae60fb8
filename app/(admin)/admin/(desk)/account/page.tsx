import type { Metadata } from 'next';
import { Field } from '@/components/desk/ui/field';
import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import { browserName } from '@/lib/accounts/browser-name';
import { listSessions } from '@/lib/accounts/sessions';
import { formatDate } from '@/lib/language/dates';
import { fill } from '@/lib/language/fill';
import { LANGUAGE_CODES, LANGUAGES } from '@/lib/language/languages';
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
  const say = words.account;
  const language = await deskLanguage();
  const db = database();
  const { timeZone } = readSite(db);
  const sessions = listSessions(db, user.id, await sessionToken());
  return (
    <>
      <div className="desk-head">
        <h1>{words.shell.account}</h1>
        <form action={leave}>
          <button type="submit" className="quiet">
            {say.signOut}
          </button>
        </form>
      </div>
      <p>
        {user.name}, {user.email}
      </p>
      <section className="card">
        <h2>{say.language}</h2>
        <OutcomeForm
          action={chooseLanguage}
          submit={words.common.save}
          done={words.common.saved}
          tone="quiet"
        >
          <label className="field">
            <span className="sr-only">{say.language}</span>
            <select className="input" name="language" defaultValue={user.language ?? ''}>
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
      <section className="card">
        <h2>{say.passphrase}</h2>
        <OutcomeForm
          action={changePassphrase}
          submit={say.changePassphrase}
          done={say.passphraseChanged}
          isCleared
        >
          <input type="hidden" name="username" autoComplete="username" value={user.email} readOnly />
          <Field
            label={say.present}
            name="present"
            type="password"
            autoComplete="current-password"
            required
          />
          <Field
            label={say.newPassphrase}
            name="passphrase"
            type="password"
            autoComplete="new-password"
            required
            hint={say.passphraseHint}
          />
        </OutcomeForm>
      </section>
      <section className="card">
        <h2>{say.browsers}</h2>
        <ul className="rows mb-4">
          {sessions.map(({ tokenHash, userAgent, lastSeenAt, isCurrent }) => (
            <li key={tokenHash} className="row justify-between">
              <span className="min-w-0 flex-1">
                <span className="block truncate" title={userAgent}>
                  {browserName(userAgent) || say.aBrowser}
                </span>
                <span className="meta">
                  {isCurrent
                    ? say.thisBrowser
                    : fill(say.lastUsed, {
                        date: formatDate(lastSeenAt, language, { timeZone, hasOwnDigits: false }),
                      })}
                </span>
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
          <OutcomeForm
            action={closeOthers}
            submit={say.signOutElsewhere}
            tone="quiet"
            done={words.common.done}
          >
            {null}
          </OutcomeForm>
        )}
      </section>
    </>
  );
}
