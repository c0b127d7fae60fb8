'use client';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { OPEN_PALETTE } from '../palette/palette.client';
import { useDeskWords } from '../ui/desk-words.client';
import { ROOMS, type RoomName, roomOf } from './rooms';

interface DeskBarProps {
  publication: string;
  /** The pages that the person may open. */
  rooms: RoomName[];
}

const linkStyle = 'flex-none py-2.5 hover:underline hover:underline-offset-4 focus-visible:-outline-offset-2';

/** Shows the pages of the admin, and a button for the palette. */
export function DeskBar({ publication, rooms }: DeskBarProps) {
  const path = usePathname();
  const here = roomOf(path);
  const { shell, palette } = useDeskWords();
  const row = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page has another position in the row.
  useEffect(() => bringIntoView(row.current), [path]);
  return (
    <header className="border-rule text-ui flex flex-wrap items-center gap-x-6 border-b px-5 py-1 max-md:justify-between max-md:px-4 max-md:pb-0">
      <a className={`max-w-36 truncate font-[750] md:max-w-56 ${linkStyle}`} href="/" title={shell.viewSite}>
        {publication}
      </a>
      <nav
        ref={row}
        className="flex flex-1 [scrollbar-width:none] gap-x-5 overflow-x-auto max-md:order-3 max-md:-mx-4 max-md:flex-[1_0_100%] max-md:px-4"
        aria-label={shell.authorsSide}
      >
        {ROOMS.filter(([, name]) => rooms.includes(name)).map(([href, name]) => (
          <a
            key={href}
            className={`aria-[current]:font-strong aria-[current]:shadow-[inset_0_-2px_var(--accent)] ${linkStyle}`}
            href={href}
            aria-current={path === href ? 'page' : name === here ? 'true' : undefined}
          >
            {shell[name]}
          </a>
        ))}
      </nav>
      <span className="flex items-center gap-4">
        <button
          type="button"
          className="border-rule text-soft hover:bg-wash min-h-9 cursor-pointer rounded-md border px-2.5"
          aria-keyshortcuts="Control+K Meta+K"
          onClick={() => window.dispatchEvent(new Event(OPEN_PALETTE))}
        >
          {palette.open} <kbd className="text-tiny ml-1.5 max-md:hidden">Ctrl K</kbd>
        </button>
        <a className={linkStyle} href="/">
          {shell.viewSite}
        </a>
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
