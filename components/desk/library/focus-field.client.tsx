'use client';
import { type KeyboardEvent, type MouseEvent, useId } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { hintStyle } from '@/components/desk/ui/field';
import { mediaPath } from '@/lib/addresses';
import { fill } from '@/lib/language/fill';
import type { MediaListing } from '@/lib/media/media-listing';

interface Point {
  x: number;
  y: number;
}

interface FocusFieldProps {
  medium: MediaListing;
  /** In per cent from the top left corner. */
  focus: Point;
  onFocus: (focus: Point) => void;
}

const STEPS: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const STEP = 5;
const SHOWN_PX = 640;

/** Shows the picture, on which a click or the arrow keys set what stays visible when it is cropped. */
export function FocusField({ medium, focus, onFocus }: FocusFieldProps) {
  const words = useDeskWords().library;
  const hint = useId();
  const file = medium.renditions.find(({ widthPx }) => widthPx >= SHOWN_PX) ?? medium.renditions.at(-1);
  if (!file) return null;
  const src = mediaPath(medium.id, file.file);
  const place = ({ currentTarget, clientX, clientY, detail }: MouseEvent<HTMLButtonElement>) => {
    // Enter and the space bar also click, but at no position.
    if (detail === 0) return;
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    onFocus({ x: perCent(((clientX - left) / width) * 100), y: perCent(((clientY - top) / height) * 100) });
  };
  const step = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (!by) return;
    event.preventDefault();
    onFocus({ x: perCent(focus.x + by.x * STEP), y: perCent(focus.y + by.y * STEP) });
  };
  const position = `${focus.x}% ${focus.y}%`;
  return (
    <div>
      <button
        type="button"
        className="bg-wash relative block w-fit cursor-crosshair rounded-lg"
        aria-label={fill(words.focusAt, { ...focus })}
        aria-describedby={hint}
        onClick={place}
        onKeyDown={step}
      >
        <img
          className="block h-auto w-auto max-w-full rounded-lg"
          src={src}
          alt=""
          width={medium.widthPx}
          height={medium.heightPx}
          draggable={false}
        />
        <span
          className="pointer-events-none absolute -mt-3.5 -ml-3.5 size-7 rounded-full border-3 border-white shadow-[0_0_0_2px_rgb(0_0_0/0.65),inset_0_0_0_2px_rgb(0_0_0/0.65)]"
          style={{ left: `${focus.x}%`, top: `${focus.y}%` }}
        />
      </button>
      <p className={`my-2 ${hintStyle}`} id={hint}>
        {words.focusHint}
      </p>
      <div className="flex gap-3" aria-hidden="true">
        <img
          className="aspect-3/2 h-20 w-auto rounded-md object-cover"
          src={src}
          alt=""
          style={{ objectPosition: position }}
        />
        <img
          className="aspect-1200/630 h-20 w-auto rounded-md object-cover"
          src={src}
          alt=""
          style={{ objectPosition: position }}
        />
      </div>
      <p className="sr-only" role="status">
        {fill(words.focusAt, { ...focus })}
      </p>
    </div>
  );
}

function perCent(value: number): number {
  return Math.min(100, Math.max(0, Math.round(value)));
}
