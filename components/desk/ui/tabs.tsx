import type { ReactNode } from 'react';

/** Shows links between views of one list in a row, which scrolls sideways where it has no room. */
export function Tabs({
  label,
  className = '',
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <nav
      aria-label={label}
      className={`border-rule flex scrollbar-none gap-x-5 gap-y-1 overflow-x-auto border-b ${className}`}
    >
      {children}
    </nav>
  );
}

interface TabProps {
  href: string;
  isCurrent: boolean;
  /** How many there are in this view. */
  count?: number;
  children: ReactNode;
}

/** Shows a link to one view; the current one has a line under it. */
export function Tab({ href, isCurrent, count, children }: TabProps) {
  return (
    <a
      href={href}
      aria-current={isCurrent ? 'page' : undefined}
      className="text-soft hover:text-ink aria-[current]:font-strong aria-[current]:text-ink flex-none py-2.5 focus-visible:-outline-offset-2 aria-[current]:shadow-[inset_0_-2px_var(--accent)]"
    >
      {children}{' '}
      {count !== undefined && <small className="text-caption text-soft font-normal">{count}</small>}
    </a>
  );
}
