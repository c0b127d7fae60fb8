import type { KeyboardEvent } from 'react';
import type { LanguageCode } from '@/lib/language/languages';

/** A page that can be chosen instead of typing its address. */
export interface AddressChoice {
  id: number;
  words: string;
  lang: LanguageCode;
  href: string;
}

interface AddressChoicesProps {
  id: string;
  /** The accessible name of the list. */
  name: string;
  choices: AddressChoice[];
  active: AddressChoice | undefined;
  onChoose: (choice: AddressChoice) => void;
}

/** Returns the id of a choice’s element, for `aria-activedescendant`. */
export function choiceId(listId: string, choice: AddressChoice | undefined): string | undefined {
  return choice && `${listId}-${choice.id}`;
}

/** Returns the index that a key moves to in a list of so many choices; null for other keys. */
export function movedChoice({ key }: KeyboardEvent, at: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (at + 1) % count;
  return key === 'ArrowUp' ? (at - 1 + count) % count : null;
}

/** Lists the pages that can be chosen, under the field that has the focus. */
export function AddressChoices({ id, name, choices, active, onChoose }: AddressChoicesProps) {
  if (choices.length === 0) return null;
  return (
    <div id={id} role="listbox" aria-label={name} className="max-h-56 basis-full overflow-y-auto">
      {choices.map((choice) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys act in the field, which keeps the focus.
        <div
          key={choice.id}
          id={choiceId(id, choice)}
          role="option"
          tabIndex={-1}
          aria-selected={choice === active}
          lang={choice.lang}
          className="aria-selected:bg-wash cursor-pointer rounded-md px-2.5 py-2"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(choice)}
        >
          {choice.words}
        </div>
      ))}
    </div>
  );
}
