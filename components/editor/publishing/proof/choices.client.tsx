'use client';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import type { DeskStrings } from '@/lib/language/strings';

interface ChoicesProps<Choice extends keyof DeskStrings['publishing']> {
  label: string;
  choices: readonly Choice[];
  chosen: Choice;
  onChoose: (choice: Choice) => void;
}

/** Renders a row of options, of which one is selected. */
export function Choices<Choice extends keyof DeskStrings['publishing']>({
  label,
  choices,
  chosen,
  onChoose,
}: ChoicesProps<Choice>) {
  const words = useDeskWords().publishing;
  return (
    <fieldset className="proof-choices" aria-label={label}>
      {choices.map((choice) => (
        <Button key={choice} aria-pressed={choice === chosen} onClick={() => onChoose(choice)}>
          {words[choice]}
        </Button>
      ))}
    </fieldset>
  );
}
