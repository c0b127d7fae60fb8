'use client';
import { useRouter } from 'next/navigation';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { RoomName } from '../shell/rooms';
import { SHORTCUTS_PATH } from './shortcuts-path';
import type { PaletteActions } from './use-entries';

const PaletteDialog = lazy(() =>
  import('./palette-dialog.client').then((palette) => ({ default: palette.PaletteDialog })),
);

/** The event on the window that opens the palette. */
export const OPEN_PALETTE = 'broadside:palette';

interface PaletteProps {
  actions: PaletteActions;
  /** The pages that the person may open. */
  rooms: RoomName[];
  /** The page has an open text, which other pages must not replace. */
  isOverText?: boolean;
}

/** Opens the list of all keys at `?`, unless someone types it or is asked something. */
function useShortcutsKey(isOverText: boolean): void {
  const router = useRouter();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyped = event.target instanceof Element && event.target.closest(TYPED_INTO);
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.defaultPrevented || isTyped) return;
      event.preventDefault();
      if (isOverText) window.open(SHORTCUTS_PATH, 'broadside-shortcuts');
      else router.push(SHORTCUTS_PATH);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOverText, router]);
}

const TYPED_INTO = 'input, textarea, select, dialog, [contenteditable="true"]';

/**
 * Opens the palette on Ctrl-K or Cmd-K. In a text with something to link, the editor handles the keys first. The
 * palette itself loads on first use.
 */
export function Palette({ actions, rooms, isOverText = false }: PaletteProps) {
  const [isOpen, setOpen] = useState(false);
  useShortcutsKey(isOverText);
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
