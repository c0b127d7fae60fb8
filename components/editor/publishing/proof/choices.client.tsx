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
    <fieldset
      className="border-rule max-xs:first-of-type:grid max-xs:first-of-type:flex-[1_0_100%] max-xs:first-of-type:grid-cols-2 flex min-w-0 flex-wrap gap-0.5 rounded-lg border p-0.5"
      aria-label={label}
    >
      {choices.map((choice) => (
        <Button
          key={choice}
          kind="plain"
          size="small"
          className="aria-pressed:border-rule aria-pressed:bg-wash"
          aria-pressed={choice === chosen}
          onClick={() => onChoose(choice)}
        >
          {words[choice]}
        </Button>
      ))}
    </fieldset>
  );
}
