import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import { Card, Meta, Rows } from '@/components/desk/ui/page';
import { browserName } from '@/lib/accounts/browser-name';
import type { listSessions } from '@/lib/accounts/sessions';
import { formatDate } from '@/lib/language/dates';
import { fill } from '@/lib/language/fill';
import type { LanguageCode } from '@/lib/language/languages';
import type { DeskStrings } from '@/lib/language/strings';
import { database } from '@/lib/next/database';
import { readSite } from '@/lib/settings/site';
import { closeOthers, closeSession } from './actions';

interface SessionsProps {
  words: DeskStrings;
  sessions: ReturnType<typeof listSessions>;
  language: LanguageCode;
}

/** Lists the browsers that are signed in, and ends their sessions. */
export function SessionsSection({ words, sessions, language }: SessionsProps) {
  const say = words.account;
  const { timeZone } = readSite(database());
  const lastUsed = (at: number) =>
    fill(say.lastUsed, { date: formatDate(at, language, { timeZone, hasOwnDigits: false }) });
  return (
    <Card title={say.browsers}>
      <Rows className="mb-4">
        {sessions.map(({ tokenHash, userAgent, lastSeenAt, isCurrent }) => (
          <li key={tokenHash} className="flex flex-wrap items-center justify-between gap-3 py-3.5">
            <span className="min-w-0 flex-1">
              <span className="block truncate" title={userAgent}>
                {browserName(userAgent) || say.aBrowser}
              </span>
              <Meta>{isCurrent ? say.thisBrowser : lastUsed(lastSeenAt)}</Meta>
            </span>
            {!isCurrent && (
              <OutcomeForm action={closeSession} submit={say.signOut} tone="quiet">
                <input type="hidden" name="tokenHash" value={tokenHash} />
              </OutcomeForm>
            )}
          </li>
        ))}
      </Rows>
      {sessions.length > 1 && (
        <OutcomeForm action={closeOthers} submit={say.signOutElsewhere} tone="quiet" done={words.common.done}>
          {null}
        </OutcomeForm>
      )}
    </Card>
  );
}
