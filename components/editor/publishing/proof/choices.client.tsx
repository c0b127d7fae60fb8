'use client';
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
        <button
          key={choice}
          type="button"
          className="ed-quiet"
          aria-pressed={choice === chosen}
          onClick={() => onChoose(choice)}
        >
          {words[choice]}
        </button>
      ))}
    </fieldset>
  );
}
