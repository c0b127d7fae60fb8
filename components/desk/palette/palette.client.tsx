'use client';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { RoomName } from '../shell/rooms';
import type { PaletteActions } from './use-entries';

const PaletteDialog = lazy(() =>
  import('./palette-dialog.client').then((palette) => ({ default: palette.PaletteDialog })),
);

/** The event on the window that opens the palette. */
export const OPEN_PALETTE = 'broadside:palette';

/**
 * Opens the palette on Ctrl-K or Cmd-K. In a text with something to link, the editor handles the keys first. The
 * palette itself loads on first use.
 */
export function Palette({ actions, rooms }: { actions: PaletteActions; rooms: RoomName[] }) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const open = () => setOpen(true);
    const onKey = (event: KeyboardEvent) => {
      const isKey = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isKey || event.key.toLowerCase() !== 'k' || event.defaultPrevented) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', onKey);
    window.addEventListener(OPEN_PALETTE, open);
    return () => {
      document.removeEventListener('keydown', onKey);
      window.removeEventListener(OPEN_PALETTE, open);
    };
  }, []);
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <PaletteDialog actions={actions} rooms={rooms} onClose={() => setOpen(false)} />
    </Suspense>
  );
}
