import type { Metadata } from 'next';
import { Field } from '@/components/ui/field';
import { OutcomeForm } from '@/components/ui/outcome-form.client';
import { listSessions } from '@/lib/auth/sessions';
import { formatDate } from '@/lib/language/dates';
import { database } from '@/lib/next/database';
import { requireUser, sessionToken } from '@/lib/next/session';
import { readSite } from '@/lib/settings/site';
import { changePassphrase, closeOthers, closeSession, leave } from './actions';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Account' };

export default async function AccountPage() {
  const user = await requireUser();
  const db = database();
  const { timeZone } = readSite(db);
  const sessions = listSessions(db, user.id, await sessionToken());
  return (
    <>
      <div className="desk-head">
        <h1>Account</h1>
        <form action={leave}>
          <button type="submit" className="quiet">
            Sign out
          </button>
        </form>
      </div>
      <p>
        {user.name}, {user.email}
      </p>
      <section>
        <h2>Passphrase</h2>
        <OutcomeForm
          action={changePassphrase}
          submit="Change the passphrase"
          done="Changed. Every other browser was signed out."
          isCleared
        >
          <input type="hidden" name="username" autoComplete="username" value={user.email} readOnly />
          <Field
            label="Present passphrase"
            name="present"
            type="password"
            autoComplete="current-password"
            required
          />
          <Field
            label="New passphrase"
            name="passphrase"
            type="password"
            autoComplete="new-password"
            required
            hint="At least 12 characters."
          />
        </OutcomeForm>
      </section>
      <section>
        <h2>Signed-in browsers</h2>
        <ul className="rows mb-4">
          {sessions.map(({ tokenHash, userAgent, lastSeenAt, isCurrent }) => (
            <li key={tokenHash} className="row justify-between">
              <span className="min-w-0 flex-1">
                <span className="block truncate">{userAgent || 'A browser'}</span>
                <span className="meta">
                  {isCurrent ? 'This browser' : `Last used ${formatDate(lastSeenAt, 'en', { timeZone })}`}
                </span>
              </span>
              {!isCurrent && (
                <OutcomeForm action={closeSession} submit="Sign out" tone="quiet">
                  <input type="hidden" name="tokenHash" value={tokenHash} />
                </OutcomeForm>
              )}
            </li>
          ))}
        </ul>
        {sessions.length > 1 && (
          <OutcomeForm action={closeOthers} submit="Sign out everywhere else" tone="quiet" done="Done.">
            {null}
          </OutcomeForm>
        )}
      </section>
    </>
  );
}
