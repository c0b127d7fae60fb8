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
    <fieldset className={`cmp-choice ${choice ? '' : 'is-open'}`}>
      <legend className={choice ? 'cmp-said' : undefined}>{words.choose}</legend>
      {options.map(([value, label]) => (
        <label key={value}>
          <input
            type="radio"
            name={`choice-${row.id}`}
            checked={choice === value}
            onChange={() => choosing?.choose(row.id, value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
