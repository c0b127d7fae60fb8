'use client';
import { type ReactNode, useRef } from 'react';

/** Shows a few actions on one item in a menu behind three dots; Escape or moving the focus away closes it. */
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
