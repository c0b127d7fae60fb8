'use client';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { OPEN_PALETTE } from '../palette/palette.client';
import { useDeskWords } from '../ui/desk-words.client';
import { ROOMS, type RoomName } from './rooms';

interface DeskBarProps {
  publication: string;
  /** The pages that the person may open. */
  rooms: RoomName[];
}

/** Shows the pages of the admin, and a button for the palette. */
export function DeskBar({ publication, rooms }: DeskBarProps) {
  const path = usePathname();
  const { shell, palette } = useDeskWords();
  const row = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page has another position in the row.
  useEffect(() => bringIntoView(row.current), [path]);
  return (
    <header className="desk-bar">
      <a className="desk-name" href="/" title={shell.viewSite}>
        {publication}
      </a>
      <nav ref={row} aria-label={shell.authorsSide}>
        {ROOMS.filter(([, name]) => rooms.includes(name)).map(([href, name]) => (
          <a key={href} href={href} aria-current={path === href ? 'page' : undefined}>
            {shell[name]}
          </a>
        ))}
      </nav>
      <span className="desk-tools">
        <button
          type="button"
          className="desk-find"
          aria-keyshortcuts="Control+K Meta+K"
          onClick={() => window.dispatchEvent(new Event(OPEN_PALETTE))}
        >
          {palette.open} <kbd>Ctrl K</kbd>
        </button>
        <a href="/">{shell.viewSite}</a>
      </span>
    </header>
  );
}

/** Scrolls to the current page: on a phone the row of pages is wider than the screen. */
function bringIntoView(rooms: HTMLElement | null) {
  const room = rooms?.querySelector<HTMLElement>('[aria-current]');
  if (!rooms || !room) return;
  rooms.scrollLeft = room.offsetLeft - rooms.offsetLeft - (rooms.clientWidth - room.offsetWidth) / 2;
}
