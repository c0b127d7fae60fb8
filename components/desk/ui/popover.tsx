import { type ReactNode, useId } from 'react';
import { Button } from './button';

interface Props {
  /** The words on the button that opens and closes it. */
  button: ReactNode;
  kind?: 'quiet' | 'plain';
  /** The name of what opens. */
  label: string;
  children: ReactNode;
}

/** Where the browser can, it opens under its button or over it, wherever there is room; elsewhere in the middle. */
const PLACE =
  'm-auto supports-[position-area:bottom]:inset-auto supports-[position-area:bottom]:my-1 supports-[position-area:bottom]:mx-0 supports-[position-area:bottom]:[position-area:bottom_span-right] supports-[position-area:bottom]:[position-try-fallbacks:flip-inline,flip-block,flip-block_flip-inline]';
const LOOKS =
  'max-h-[calc(100dvh-2rem)] w-max max-w-[min(22rem,calc(100vw-2rem))] overflow-y-auto rounded-xl border border-rule bg-paper p-3 text-ink shadow-menu';

/** Shows a button that opens something small over the page. A press elsewhere or Escape closes it, as the browser does. */
export function Popover({ button, kind, label, children }: Props) {
  const id = useId();
  return (
    <>
      <Button kind={kind} popoverTarget={id}>
        {button}
      </Button>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for the fields of a form. */}
      <div id={id} popover="auto" role="group" aria-label={label} className={`${PLACE} ${LOOKS}`}>
        {children}
      </div>
    </>
  );
}
