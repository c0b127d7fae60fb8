import type { ReactNode } from 'react';

interface Props {
  /** Its margins. */
  className: string;
  /** Where it differs from the page's. */
  dir?: 'rtl';
  children: ReactNode;
}

/** The lines under a headline that say what follows. */
export function Standfirst({ className, dir, children }: Props) {
  return (
    <p dir={dir} className={`text-soft text-standfirst leading-standfirst km:text-body ${className}`}>
      {children}
    </p>
  );
}
