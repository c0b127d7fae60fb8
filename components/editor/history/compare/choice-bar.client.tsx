'use client';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { type Choice, chooseAll, mergeWritings, unresolvedRows } from '@/lib/compare/merge-writings';
import type { Comparison } from '@/lib/compare/types';
import { fill } from '@/lib/language/fill';
import type { Writing } from '@/lib/posts/types';
import { useCompared } from './compared.client';

interface ChoiceBarProps {
  comparison: Comparison;
  choices: ReadonlyMap<string, Choice>;
  onChoices: (choices: ReadonlyMap<string, Choice>) => void;
  /** Shows a row without a choice. */
  onUndecided: (rowId: string) => void;
  onTake: (writing: Writing) => void;
}

/** Takes all of one side, or continues with the merged text. */
export function ChoiceBar({ comparison, choices, onChoices, onUndecided, onTake }: ChoiceBarProps) {
  const words = useDeskWords().history;
  const { left, right } = useCompared();
  const open = unresolvedRows(comparison, choices);
  const [first] = open;
  return (
    <div className="cmp-choices">
      <p role="status">{first ? fill(words.leftToDecide, { count: open.length }) : words.allDecided}</p>
      <Button onClick={() => onChoices(chooseAll(comparison, 'left'))}>
        {fill(words.takeAll, { text: left.label })}
      </Button>
      <Button onClick={() => onChoices(chooseAll(comparison, 'right'))}>
        {fill(words.takeAll, { text: right.label })}
      </Button>
      <Button
        kind="main"
        onClick={() => (first ? onUndecided(first.id) : onTake(mergeWritings(comparison, choices)))}
      >
        {first ? words.nextToDecide : words.takeThis}
      </Button>
    </div>
  );
}
