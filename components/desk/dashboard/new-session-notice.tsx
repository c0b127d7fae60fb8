import { Notice } from '@/components/desk/ui/notice';
import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import { browserName } from '@/lib/accounts/browser-name';
import type { listNewSessions } from '@/lib/accounts/sessions';
import type { Answer } from '@/lib/errors';
import { formatDate } from '@/lib/language/dates';
import { fill } from '@/lib/language/fill';
import type { Wording } from '../posts/row-words';

type Act = (data: FormData) => Promise<Answer<unknown>>;

interface Props extends Wording {
  sessions: ReturnType<typeof listNewSessions>;
  confirm: Act;
  end: Act;
}

/** Says which browsers signed in for the first time, and lets the person say whether it was theirs. */
export function NewSessionNotice({ sessions, confirm, end, words, language, timeZone }: Props) {
  const say = words.newSession;
  return sessions.map(({ tokenHash, userAgent, createdAt }) => {
    const browser = browserName(userAgent) || words.account.aBrowser;
    const date = formatDate(createdAt, language, { timeZone, hasOwnDigits: false }, 'moment');
    return (
      <Notice key={tokenHash} role="status">
        <p className="mb-3">{fill(say.signedIn, { browser, date })}</p>
        <div className="flex flex-wrap gap-3">
          <OutcomeForm action={confirm} submit={say.wasMe} tone="tinted">
            <input type="hidden" name="tokenHash" value={tokenHash} />
          </OutcomeForm>
          <OutcomeForm action={end} submit={say.wasNotMe} tone="tinted">
            <input type="hidden" name="tokenHash" value={tokenHash} />
          </OutcomeForm>
        </div>
        <p className="mt-3">{say.ifNot}</p>
      </Notice>
    );
  });
}
