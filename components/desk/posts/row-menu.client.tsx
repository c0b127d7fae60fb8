'use client';
import { type ReactNode, useRef } from 'react';

/** A few deeds on one thing, unfolded from three dots; Escape or going elsewhere folds it. */
export function RowMenu({ label, children }: { label: string; children: ReactNode }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const fold = () => menu.current?.removeAttribute('open');
  return (
    <details
      ref={menu}
      className="row-menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        fold();
        menu.current?.querySelector('summary')?.focus();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) fold();
      }}
    >
      <summary aria-label={label}>
        <span aria-hidden="true">⋯</span>
      </summary>
      <div className="row-menu-list">{children}</div>
    </details>
  );
}
