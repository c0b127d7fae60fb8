'use client';
import { useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Field, Input } from '@/components/desk/ui/field';
import { fill } from '@/lib/language/fill';
import { ACCENT_COLOUR, accentOf, leastContrast } from '@/lib/settings/accent';
import { COLOURS } from '@/lib/settings/theme-colours';

/** Chooses the accent colour, and shows what becomes of it in light and in dark. */
export function AccentField({ value }: { value: string }) {
  const words = useDeskWords().settings;
  const [typed, setTyped] = useState(value);
  const chosen = typed.trim().toLowerCase();
  const isColour = ACCENT_COLOUR.test(chosen);
  const { light, dark } = accentOf(chosen);
  return (
    <>
      <Field label={words.accent} hint={words.accentHint}>
        {(control) => (
          <div className="flex items-center gap-3">
            <Input
              {...control}
              className="max-w-36"
              name="accent"
              value={typed}
              placeholder={COLOURS.light.accent}
              maxLength={7}
              spellCheck={false}
              onChange={({ target }) => setTyped(target.value)}
            />
            <input
              type="color"
              aria-label={words.accentPick}
              className="border-soft bg-paper h-11 w-14 cursor-pointer rounded-md border p-1"
              value={isColour ? chosen : light}
              onChange={({ target }) => setTyped(target.value)}
            />
          </div>
        )}
      </Field>
      <div className="grid gap-3 sm:grid-cols-2" role="status">
        <Sample
          colour={light}
          scheme={COLOURS.light}
          says={words.accentLight}
          isMoved={isColour && light !== chosen}
        />
        <Sample
          colour={dark}
          scheme={COLOURS.dark}
          says={words.accentDark}
          isMoved={isColour && dark !== chosen}
        />
      </div>
    </>
  );
}

interface SampleProps {
  colour: string;
  scheme: typeof COLOURS.light;
  /** With `{colour}` and `{ratio}`. */
  says: string;
  /** Whether the chosen colour could not be read there. */
  isMoved: boolean;
}

function Sample({ colour, scheme, says, isMoved }: SampleProps) {
  const { accentMoved } = useDeskWords().settings;
  const ratio = leastContrast(colour, scheme).toFixed(1);
  return (
    <div
      className="text-small rounded-md border-t-4 p-4"
      style={{ background: scheme.paper, color: scheme.ink, borderColor: colour }}
    >
      <p className="font-semibold" style={{ color: colour }}>
        {fill(says, { colour, ratio })}
      </p>
      {isMoved && <p>{accentMoved}</p>}
    </div>
  );
}
