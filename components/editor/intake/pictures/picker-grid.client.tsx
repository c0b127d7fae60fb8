'use client';
import { type KeyboardEvent, useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Picture } from '@/components/editor/ground/picture';
import type { MediaFacts } from '@/lib/document/media-facts';
import type { PickableMedia } from './media-client';

interface PickerGridProps {
  media: PickableMedia[];
  /** The chosen pictures in order; null when the first choice closes the picker and none stays selected. */
  chosen: MediaFacts[] | null;
  onChoose: (media: MediaFacts) => void;
}

/** Renders a grid of pictures to choose from. It is one Tab stop; the arrow keys move between pictures. */
export function PickerGrid({ media, chosen, onChoose }: PickerGridProps) {
  const words = useDeskWords().library;
  const [stop, setStop] = useState(0);
  const reached = Math.min(stop, media.length - 1);
  return (
    <ul
      className="my-2 grid min-h-48 grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))] content-start gap-2 sm:grid-cols-[repeat(auto-fill,minmax(9rem,1fr))]"
      onKeyDown={moveByArrows}
    >
      {media.map((one, index) => {
        const turn = chosen?.findIndex(({ id }) => id === one.id) ?? -1;
        const name = one.alt || one.caption || one.originalName || words.untitled;
        return (
          <li key={one.id}>
            <button
              type="button"
              className="border-rule bg-wash text-small aria-pressed:border-accent relative grid aspect-4/3 w-full cursor-pointer place-items-center overflow-hidden rounded-md border leading-snug aria-pressed:shadow-[0_0_0_2px_var(--accent)]"
              aria-label={name}
              title={name}
              aria-pressed={chosen ? turn >= 0 : undefined}
              tabIndex={index === reached ? 0 : -1}
              onFocus={() => setStop(index)}
              onClick={() => onChoose(one)}
            >
              <Picture media={one} widthPx={320} className="block size-full object-cover" />
              {turn >= 0 && (
                <span className="bg-accent font-strong text-paper absolute top-1.5 right-1.5 min-w-6.5 rounded-2xl px-1.5 leading-6.5">
                  {turn + 1}
                </span>
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function moveByArrows(event: KeyboardEvent<HTMLUListElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button')];
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  const firstTop = buttons[0]?.getBoundingClientRect().top;
  const columns = buttons.filter((button) => button.getBoundingClientRect().top === firstTop).length;
  const steps: Record<string, number> = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at + columns,
    ArrowUp: at - columns,
    Home: 0,
    End: buttons.length - 1,
  };
  const next = steps[event.key];
  if (next === undefined) return;
  event.preventDefault();
  buttons[next]?.focus();
}
