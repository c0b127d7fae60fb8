'use client';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import {
  type Corner,
  cornerOf,
  moved,
  type PictureEdit,
  type Point,
  resized,
  turnedSize,
} from '@/lib/media/picture-edit';
import { CropPicture } from './crop-picture';
import { useDragging } from './use-dragging';

interface CropStageProps {
  edit: PictureEdit;
  /** The address of the whole original. */
  src: string;
  /** The shape to keep, as width divided by height; null for any. */
  ratio: number | null;
  onChange: (edit: PictureEdit) => void;
}

const CORNERS = [
  { name: 'topLeft', at: { x: -1, y: -1 }, cursor: 'cursor-nwse-resize' },
  { name: 'topRight', at: { x: 1, y: -1 }, cursor: 'cursor-nesw-resize' },
  { name: 'bottomLeft', at: { x: -1, y: 1 }, cursor: 'cursor-nesw-resize' },
  { name: 'bottomRight', at: { x: 1, y: 1 }, cursor: 'cursor-nwse-resize' },
] as const;

/** Moves the selection by a distance, or one of its corners. */
type Change = (from: PictureEdit, by: Point) => PictureEdit;

/** Shows a turned original with the selection on it: pointers, fingers and arrow keys move it and its corners. */
export function CropStage({ edit, src, ratio, onChange }: CropStageProps) {
  const words = useDeskWords();
  const stage = useRef<HTMLDivElement>(null);
  const [isMissing, setMissing] = useState(false);
  const size = turnedSize(edit.original, edit.turns);
  const dragging = useDragging(stage, edit, size.widthPx, onChange);
  const controls = (change: Change) => ({
    ...dragging(change),
    onKeyDown: (event: KeyboardEvent) => {
      const by = stepOf(event, Math.max(size.widthPx, size.heightPx));
      if (by) onChange(change(edit, by));
    },
  });
  const change = (corner: Corner): Change => {
    return (from, by) => resized(from, corner, plus(cornerOf(from.area, corner), by), ratio);
  };
  if (isMissing) return <p role="alert">{words.library.notAtHand}</p>;
  return (
    <div className="bg-wash overflow-hidden rounded-lg p-5.5">
      <div
        ref={stage}
        className="relative mx-auto"
        style={{
          aspectRatio: `${size.widthPx} / ${size.heightPx}`,
          width: `min(100%, calc(46dvh * ${size.widthPx / size.heightPx}))`,
        }}
      >
        <CropPicture edit={edit} src={src} onMissing={() => setMissing(true)} />
        <button
          type="button"
          aria-label={words.crop.selection}
          className="absolute cursor-move touch-none"
          style={placeOf(edit.area, size)}
          {...controls(moved)}
        />
        {CORNERS.map(({ name, at, cursor }) => (
          <button
            key={name}
            type="button"
            aria-label={words.crop[name]}
            className={`absolute grid size-11 -translate-1/2 touch-none place-items-center rounded-full ${cursor}`}
            style={percent(cornerOf(edit.area, at), size)}
            {...controls(change(at))}
          >
            <span className="block size-4.5 rounded-full border-2 border-black/65 bg-white" />
          </button>
        ))}
      </div>
    </div>
  );
}

type Size = PictureEdit['original'];

function percent({ x, y }: Point, { widthPx, heightPx }: Size) {
  return { left: `${(x / widthPx) * 100}%`, top: `${(y / heightPx) * 100}%` };
}

function placeOf(area: PictureEdit['area'], size: Size) {
  return {
    ...percent({ x: area.leftPx, y: area.topPx }, size),
    width: `${(area.widthPx / size.widthPx) * 100}%`,
    height: `${(area.heightPx / size.heightPx) * 100}%`,
  };
}

const ARROWS: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
/** A part of the longer side of the picture. */
const STEP = 0.02;
/** Two, because a corner that keeps a shape moves by half of it. */
const SMALL_STEP_PX = 2;

/** Returns the distance that a key moves by, null for keys that move nothing. */
function stepOf(event: KeyboardEvent, longerSidePx: number): Point | null {
  const arrow = ARROWS[event.key];
  if (!arrow) return null;
  event.preventDefault();
  const px = event.shiftKey ? SMALL_STEP_PX : Math.max(SMALL_STEP_PX, Math.round(longerSidePx * STEP));
  return { x: arrow.x * px, y: arrow.y * px };
}

function plus(one: Point, other: Point): Point {
  return { x: one.x + other.x, y: one.y + other.y };
}
