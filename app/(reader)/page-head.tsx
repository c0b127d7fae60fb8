import type { ReactNode } from 'react';

/** Renders the head of a page that is not a post. */
export function PageHead({ className = '', children }: { className?: string; children: ReactNode }) {
  return <header className={`border-rule border-b pt-8 pb-4 ${className}`}>{children}</header>;
}

/** Renders the heading in it. */
export function PageHeading({ children }: { children: string }) {
  return <h1 className="text-[clamp(1.875rem,6vw,2.75rem)]">{children}</h1>;
}
