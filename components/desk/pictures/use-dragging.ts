import { type PointerEvent, type RefObject, useRef } from 'react';
import type { PictureEdit, Point } from '@/lib/media/picture-edit';

/** What is being dragged: from where, and how the picture was edited then. */
interface Drag {
  pointerId: number;
  startX: number;
  startY: number;
  edit: PictureEdit;
}

/**
 * Returns what makes a control draggable by a pointer or a finger, also outside of the picture.
 * @param widthPx the width of the picture that the stage shows.
 */
export function useDragging(
  stage: RefObject<HTMLElement | null>,
  edit: PictureEdit,
  widthPx: number,
  onChange: (edit: PictureEdit) => void,
) {
  const drag = useRef<Drag | null>(null);
  const end = () => {
    drag.current = null;
  };
  return (change: (from: PictureEdit, by: Point) => PictureEdit) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      const { pointerId, clientX: startX, clientY: startY } = event;
      event.currentTarget.setPointerCapture(pointerId);
      drag.current = { pointerId, startX, startY, edit };
    },
    onPointerMove: ({ pointerId, clientX, clientY }: PointerEvent<HTMLElement>) => {
      const shown = stage.current?.getBoundingClientRect();
      const from = drag.current;
      if (!shown || from?.pointerId !== pointerId) return;
      const scale = widthPx / shown.width;
      const by = { x: (clientX - from.startX) * scale, y: (clientY - from.startY) * scale };
      onChange(change(from.edit, by));
    },
    onPointerUp: end,
    onPointerCancel: end,
  });
}
