'use client';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import type { Choice } from '@/lib/compare/merge-writings';
import type { Row } from '@/lib/compare/types';
import { useCompared } from './compared.client';

/** Asks which side of a change to keep. */
export function RowChoice({ row, choice }: { row: Row; choice: Choice | undefined }) {
  const words = useDeskWords().history;
  const { left, right, choosing } = useCompared();
  const options: [Choice, string][] = {
    removed: [
      ['left', words.keep],
      ['right', words.leaveOut],
    ] as [Choice, string][],
    added: [
      ['right', words.keep],
      ['left', words.leaveOut],
    ] as [Choice, string][],
    changed: [
      ['left', left.label],
      ['right', right.label],
      ...(row.place === 'body' ? [['both', words.both]] : []),
    ] as [Choice, string][],
    same: [],
  }[row.change];
  return (
    <fieldset className="text-small mt-1.5 mb-2 flex flex-wrap items-center gap-1.5 font-sans leading-normal font-medium">
      <legend className={choice ? 'sr-only' : 'text-accent float-left mr-2'}>{words.choose}</legend>
      {options.map(([value, label]) => (
        <label key={value} className="relative cursor-pointer">
          <input
            className="peer absolute inset-0 size-full cursor-pointer opacity-0"
            type="radio"
            name={`choice-${row.id}`}
            checked={choice === value}
            onChange={() => choosing?.choose(row.id, value)}
          />
          <span className="border-soft/65 peer-checked:border-ink peer-checked:bg-ink peer-checked:text-paper peer-focus-visible:outline-accent inline-flex min-h-9 items-center rounded-full border px-3 py-1 peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-checked:before:mr-1.5 peer-checked:before:content-['✓']">
            {label}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
