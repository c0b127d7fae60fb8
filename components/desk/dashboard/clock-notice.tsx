import { Notice } from '@/components/desk/ui/notice';
import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import { adminPostPath } from '@/lib/addresses';
import type { Answer } from '@/lib/errors';
import type { ClockNotice as ClockFacts } from '@/lib/jobs/clock-notice';
import { formatDate } from '@/lib/language/dates';
import { fill } from '@/lib/language/fill';
import type { Wording } from '../posts/row-words';
import { shortLinkStyle } from './short-list-styles';

interface Props extends Wording {
  clock: ClockFacts;
  confirm: (data: FormData) => Promise<Answer<unknown>>;
}

/** Says that the clock of the server jumped, what waits because of it, and lets the owner confirm the clock. */
export function ClockNotice({ clock, confirm, words, language, timeZone }: Props) {
  const say = words.clock;
  const said = (at: number) => formatDate(at, language, { timeZone, hasOwnDigits: false }, 'moment');
  const times = { from: said(clock.from), to: said(clock.to), until: said(clock.until) };
  return (
    <Notice role="status">
      <p className="mb-3">{fill(sentenceOf(clock, say), times)}</p>
      <p className="mb-3">{fill(clock.kind === 'jump' ? say.postsAndOldWait : say.oldWaits, times)}</p>
      {clock.held.length > 0 && (
        <>
          <p>{say.heldPosts}</p>
          <ul className="mb-3">
            {clock.held.map((post) => (
              <li key={post.id}>
                <a
                  className={shortLinkStyle}
                  href={adminPostPath(post.id)}
                  lang={post.headline ? post.language : undefined}
                >
                  {post.headline || words.posts.noHeadline}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <OutcomeForm action={confirm} submit={say.confirm} tone="tinted">
        {null}
      </OutcomeForm>
    </Notice>
  );
}

function sentenceOf({ kind, from, to }: ClockFacts, say: Wording['words']['clock']): string {
  if (kind === 'stop') return say.stopped;
  return to > from ? say.jumped : say.setBack;
}
