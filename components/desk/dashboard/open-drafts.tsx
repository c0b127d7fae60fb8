import { EmptyState } from '@/components/desk/ui/empty-state';
import { SectionTitle } from '@/components/desk/ui/page';
import { adminPostPath } from '@/lib/addresses';
import { formatCount } from '@/lib/language/counts';
import { formatDate } from '@/lib/language/dates';
import { fill } from '@/lib/language/fill';
import type { OpenDraft } from '@/lib/posts/dashboard';
import type { Wording } from '../posts/row-words';

/** Lists open drafts, each with enough of its text to show where the author stopped. */
export function OpenDrafts({ drafts, words, language, timeZone }: Wording & { drafts: OpenDraft[] }) {
  return (
    <section className="mt-2">
      <SectionTitle>{words.dashboard.continueWriting}</SectionTitle>
      {drafts.length === 0 && <EmptyState kind="short">{words.dashboard.noDrafts}</EmptyState>}
      <ul className="grid gap-3">
        {drafts.map(({ id, headline, firstWords, wordCount, updatedAt, ...draft }) => (
          <li key={id}>
            <a
              className="border-rule hover:bg-wash grid gap-1 rounded-xl border px-4.5 py-4 wrap-anywhere"
              href={adminPostPath(id)}
            >
              <strong className="text-body font-strong" lang={headline ? draft.language : undefined}>
                {headline || words.posts.noHeadline}
              </strong>
              {firstWords && (
                <span className="text-soft line-clamp-2" lang={draft.language}>
                  {firstWords}
                </span>
              )}
              <small className="text-small text-soft block">
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
