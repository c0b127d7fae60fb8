'use client';
import { useDeskMoment, useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Field, hintStyle, Select } from '@/components/desk/ui/field';
import { Spinner } from '@/components/desk/ui/spinner';
import { fill } from '@/lib/language/fill';
import type { HistoryEntry } from '@/lib/posts/history/history';
import { entryLabel } from './entry-label';
import { keyOf, type useHistoryOf } from './use-history-of';

interface HistoryListProps {
  history: ReturnType<typeof useHistoryOf>;
  /** Called when F2, the usual key for renaming, is pressed on a text. */
  onName: () => void;
}

/** Lists the stored texts, newest first. One click compares one with the current text, or with the chosen one. */
export function HistoryList({ history, onName }: HistoryListProps) {
  const words = useDeskWords().history;
  const { history: known, chosen, against, compare } = history;
  if (!known) return <Spinner>{words.loading}</Spinner>;
  const { entries, draftWordCount } = known;
  return (
    <>
      {chosen && (
        <Field label={words.compareWith}>
          {(control) => (
            <Select
              {...control}
              value={against ? keyOf(against) : ''}
              onChange={(event) =>
                void compare(chosen, entries.find((entry) => keyOf(entry) === event.target.value) ?? null)
              }
            >
              <option value="">{words.present}</option>
              {entries
                .filter((entry) => keyOf(entry) !== keyOf(chosen))
                .map((entry) => (
                  <Option key={keyOf(entry)} entry={entry} />
                ))}
            </Select>
          )}
        </Field>
      )}
      <ol
        className="grid max-h-56 overflow-y-auto p-1 lg:max-h-[calc(100dvh-18rem)]"
        onKeyDown={({ key }) => key === 'F2' && onName()}
      >
        {entries.map((entry, index) => (
          <li key={keyOf(entry)}>
            <button
              type="button"
              className="hover:bg-wash aria-pressed:border-accent aria-pressed:bg-wash grid w-full cursor-pointer rounded-sm border-l-3 border-transparent px-3 py-2 text-left leading-normal"
              aria-pressed={chosen !== null && keyOf(chosen) === keyOf(entry)}
              onClick={() => void compare(entry, against && keyOf(against) !== keyOf(entry) ? against : null)}
            >
              <Entry entry={entry} before={entries[index + 1]?.wordCount ?? null} />
            </button>
          </li>
        ))}
      </ol>
      <p className={hintStyle}>{fill(words.presentWords, { count: draftWordCount })}</p>
    </>
  );
}

function Option({ entry }: { entry: HistoryEntry }) {
  const words = useDeskWords().history;
  const when = useDeskMoment()(entry.at);
  return <option value={keyOf(entry)}>{`${when} · ${entryLabel(entry, words)}`}</option>;
}

/** Renders one text of the history. @param before the word count of the text before it. */
function Entry({ entry, before }: { entry: HistoryEntry; before: number | null }) {
  const words = useDeskWords().history;
  const when = useDeskMoment()(entry.at);
  const change = before === null ? 0 : entry.wordCount - before;
  const sign = change > 0 ? '+' : '−';
  return (
    <>
      <strong className="font-semibold tabular-nums">{when}</strong>
      <span className={entry.isLive ? 'text-accent font-semibold' : entry.name ? 'italic' : undefined}>
        {entryLabel(entry, words)}
      </span>
      <small className="text-caption text-soft">
        {entry.who && `${entry.who} · `}
        {fill(words.wordCount, { count: entry.wordCount })}
        {change !== 0 && ` (${sign}${Math.abs(change)})`}
      </small>
    </>
  );
}
