'use client';
import { unstable_rethrow, useRouter } from 'next/navigation';
import { type KeyboardEvent, useEffect, useId, useRef, useState, useTransition } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { fill } from '@/lib/language/fill';
import type { RoomName } from '../shell/rooms';
import { useModal } from '../ui/use-modal';
import { type Entry, type PaletteActions, useEntries } from './use-entries';

interface Props {
  actions: PaletteActions;
  /** The pages that the person may open. */
  rooms: RoomName[];
  onClose: () => void;
}

/**
 * Shows a field over a list: arrow keys select, Enter opens.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function PaletteDialog({ actions, rooms, onClose }: Props) {
  const words = useDeskWords().palette;
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const entries = useEntries(typed, actions, rooms);
  const active = entries[Math.min(at, entries.length - 1)];
  const id = useId();
  const choose = useChoose(dialog);

  useModal(dialog);

  const onKeyDown = (event: KeyboardEvent) => {
    const last = entries.length - 1;
    const to = { ArrowDown: at >= last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1 }[event.key];
    if (to !== undefined) setAt(Math.max(0, to));
    else if (event.key === 'Enter' && active && !event.nativeEvent.isComposing) choose(active);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click outside closes it; Escape does so natively.
    <dialog
      ref={dialog}
      className="border-rule bg-raised text-ink shadow-palette max-xs:mt-3 touch:mt-3 mx-auto mt-[10dvh] mb-auto max-h-[min(32rem,80dvh)] w-[min(36rem,100vw-1.5rem)] overflow-hidden rounded-2xl border text-base backdrop:bg-black/35"
      aria-label={words.title}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <div className="flex max-h-[min(32rem,80dvh)] flex-col">
        <input
          className="border-rule text-body placeholder:text-soft focus-visible:border-accent w-full border-b px-4.5 py-3.5 placeholder:opacity-100 focus-visible:shadow-[inset_0_-1px_var(--accent)] focus-visible:outline-none"
          type="text"
          role="combobox"
          aria-label={words.hint}
          aria-expanded={entries.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active ? `${id}-${active.id}` : undefined}
          placeholder={words.hint}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <EntryList id={id} entries={entries} active={active} onChoose={choose} />
        <p className="text-caption text-soft px-4.5" role="status">
          {entries.length === 0 ? (
            words.nothing
          ) : (
            <span className="sr-only">{fill(words.found, { count: entries.length })}</span>
          )}
        </p>
        <p className="border-rule text-caption text-soft max-xs:hidden touch:hidden border-t px-4.5 py-2">
          {words.keys}
        </p>
      </div>
    </dialog>
  );
}

/** Opens the address of an entry or runs its command, and closes the palette. */
function useChoose(dialog: React.RefObject<HTMLDialogElement | null>) {
  const router = useRouter();
  const [, start] = useTransition();
  return ({ choose }: Entry) => {
    dialog.current?.close();
    // The public pages have another root layout: only a full page load reaches them.
    if (choose === '/') window.location.assign(choose);
    else if (typeof choose === 'string') router.push(choose);
    else
      start(async () => {
        try {
          await choose();
        } catch (error) {
          // An action that redirects does so by throwing.
          unstable_rethrow(error);
          console.error(error);
        }
      });
  };
}

interface EntryListProps {
  id: string;
  entries: Entry[];
  active: Entry | undefined;
  onChoose: (entry: Entry) => void;
}

function EntryList({ id, entries, active, onChoose }: EntryListProps) {
  const words = useDeskWords().palette;
  const groups = [...new Set(entries.map(({ group }) => group))];
  useEffect(() => {
    if (active) document.getElementById(`${id}-${active.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  return (
    <div
      id={`${id}-list`}
      className="min-h-0 flex-1 overflow-y-auto px-2 py-1"
      role="listbox"
      aria-label={words.title}
      tabIndex={-1}
    >
      {groups.map((group, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a group inside a listbox, which may not contain a fieldset.
        <div key={group} role="group" aria-labelledby={`${id}-group-${index}`}>
          <p
            id={`${id}-group-${index}`}
            className="text-caption text-soft px-2.5 pt-2.5 pb-1"
            role="presentation"
          >
            {group}
          </p>
          {entries
            .filter((entry) => entry.group === group)
            .map((entry) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field keeps the focus and handles the keys.
              <div
                key={entry.id}
                id={`${id}-${entry.id}`}
                role="option"
                className="not-aria-selected:hover:bg-raised-wash aria-selected:bg-raised-active max-xs:min-h-11 touch:min-h-11 flex cursor-pointer items-baseline justify-between gap-4 rounded-md px-2.5 py-2"
                tabIndex={-1}
                aria-selected={entry === active}
                onClick={() => onChoose(entry)}
              >
                <span className="km:leading-desk min-w-0 truncate" lang={entry.lang}>
                  {entry.words}
                </span>
                {entry.note && <small className="text-caption text-soft flex-none">{entry.note}</small>}
              </div>
            ))}
        </div>
      ))}
    </div>
  );
}
