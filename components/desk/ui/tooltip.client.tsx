'use client';
import { type ReactNode, useRef } from 'react';

/**
 * Shows the name of a sign while it is pointed at or has the focus of the keyboard, unlike `title`, which is for the
 * mouse alone. Escape hides it. Screen readers have the name already.
 */
export function Tooltip({ text, children }: { text: string; children: ReactNode }) {
  const around = useRef<HTMLSpanElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const show = () => {
    const place = around.current?.getBoundingClientRect();
    if (!place || !tip.current || tip.current.matches(':popover-open')) return;
    tip.current.showPopover();
    const room = document.documentElement.clientWidth - tip.current.offsetWidth - 8;
    const middle = place.left + (place.width - tip.current.offsetWidth) / 2;
    tip.current.style.left = `${Math.max(8, Math.min(middle, room))}px`;
    const isBelow = place.bottom + tip.current.offsetHeight <= window.innerHeight;
    tip.current.style.top = `${isBelow ? place.bottom : place.top - tip.current.offsetHeight}px`;
  };
  const hide = () => tip.current?.matches(':popover-open') && tip.current.hidePopover();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches the control inside.
    <span
      ref={around}
      className="inline-flex"
      onMouseEnter={show}
      onMouseLeave={hide}
      onFocus={({ target }) => target.matches(':focus-visible') && show()}
      onBlur={hide}
      onKeyDown={({ key }) => key === 'Escape' && hide()}
    >
      {children}
      <span
        ref={tip}
        popover="manual"
        aria-hidden="true"
        className="bg-ink text-caption text-paper leading-ui fixed m-0 w-max max-w-[calc(100vw-1rem)] rounded-xl border-4 border-transparent bg-clip-padding px-2 py-1 font-normal"
      >
        {text}
      </span>
    </span>
  );
}
