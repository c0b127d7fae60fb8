import type { ReactNode } from 'react';
import { buttonStyle } from './button';

interface PageLink {
  href: string;
  name: string;
}

interface Props {
  label: string;
  /** Null on the first page. */
  previous: PageLink | null;
  /** Null on the last page. */
  next: PageLink | null;
  className?: string;
  /** The position in the list. */
  children?: ReactNode;
}

/** Shows links to the pages before and after this one, with the position between them. */
export function Pagination({ label, previous, next, className = '', children }: Props) {
  return (
    <nav aria-label={label} className={`flex flex-wrap items-center gap-3 ${className}`}>
      {previous && (
        <a className={buttonStyle()} href={previous.href}>
          {previous.name}
        </a>
      )}
      {children}
      {next && (
        <a className={buttonStyle()} href={next.href}>
          {next.name}
        </a>
      )}
    </nav>
  );
}
