import { Button } from '@/components/desk/ui/button';
import { IconButton } from '@/components/desk/ui/icon-button';
import type { DeskStrings } from '@/lib/language/strings';
import { BothDensities, Panels } from './panels';

const KINDS = ['main', 'quiet', 'plain', 'tinted'] as const;

/** Shows every button in every state that it can be given; point at one or press Tab for the others. */
export function ButtonSheet() {
  return <Panels title="Buttons">{({ words }) => <Buttons words={words} />}</Panels>;
}

function Buttons({ words }: { words: DeskStrings }) {
  return (
    <>
      {KINDS.map((kind) => (
        <BothDensities key={kind} name={`${kind}: as it is, grave, busy, disabled`}>
          {() => (
            <>
              <Button kind={kind}>{words.common.save}</Button>
              <Button kind={kind} tone="grave">
                {words.common.remove}
              </Button>
              <Button kind={kind} isBusy>
                {words.saving.saving}
              </Button>
              <Button kind={kind} disabled>
                {words.common.save}
              </Button>
            </>
          )}
        </BothDensities>
      ))}
      <BothDensities name="With a sign: plain, pressed, unavailable, disabled, quiet">
        {() => <Signs words={words.editor} />}
      </BothDensities>
    </>
  );
}

function Signs({ words }: { words: DeskStrings['editor'] }) {
  return (
    <>
      <IconButton label={words.moveUp}>↑</IconButton>
      <IconButton label={words.focus} aria-pressed="true">
        ◎
      </IconButton>
      <IconButton label={words.moveDown} aria-disabled="true">
        ↓
      </IconButton>
      <IconButton label={words.find} disabled>
        ?
      </IconButton>
      <IconButton label={words.deleteBlock} kind="quiet">
        ×
      </IconButton>
    </>
  );
}
