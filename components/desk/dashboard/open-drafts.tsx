import { adminPostPath } from '@/lib/addresses';
import { formatCount } from '@/lib/language/counts';
import { formatDate } from '@/lib/language/dates';
import { fill } from '@/lib/language/fill';
import type { OpenDraft } from '@/lib/posts/dashboard';
import type { Wording } from '../posts/row-words';

/** Lists open drafts, each with enough of its text to show where the author stopped. */
export function OpenDrafts({ drafts, words, language, timeZone }: Wording & { drafts: OpenDraft[] }) {
  return (
    <section>
      <h2>{words.dashboard.continueWriting}</h2>
      {drafts.length === 0 && <p className="empty">{words.dashboard.noDrafts}</p>}
      <ul className="draft-cards">
        {drafts.map(({ id, headline, firstWords, wordCount, updatedAt, ...draft }) => (
          <li key={id}>
            <a href={adminPostPath(id)}>
              <strong lang={headline ? draft.language : undefined}>
                {headline || words.posts.noHeadline}
              </strong>
              {firstWords && <span lang={draft.language}>{firstWords}</span>}
              <small>
                {wordCount === 0
                  ? words.dashboard.noWords
                  : fill(words.dashboard.words, { count: formatCount(wordCount, language) })}
                {' · '}
                {formatDate(updatedAt, language, { timeZone, hasOwnDigits: false }, 'moment')}
              </small>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
