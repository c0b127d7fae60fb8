import type { ReactNode } from 'react';

/** The lines under a headline that say what follows. @param className its margins. */
export function Standfirst({ className, children }: { className: string; children: ReactNode }) {
  return (
    <p className={`text-soft text-standfirst leading-standfirst km:text-body ${className}`}>{children}</p>
  );
}
