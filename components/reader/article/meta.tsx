import type { ReactNode } from 'react';

interface Props {
  children: ReactNode;
  title?: string;
  className?: string;
}

/** The line of small facts around a post or person: names, dates, addresses. */
export function Meta({ children, title, className = '' }: Props) {
  return (
    <p
      data-part="meta"
      title={title}
      className={`text-soft text-small leading-meta flex flex-wrap gap-x-3 font-sans ${className}`}
    >
      {children}
    </p>
  );
}

/** A link in such a line. */
export const META_LINK = 'no-underline hover:underline';
