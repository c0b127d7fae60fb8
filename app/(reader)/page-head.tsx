import type { ReactNode } from 'react';
import { headlineSize } from '@/components/reader/article/headline-size';

/** Renders the head of a page that is not a post. */
export function PageHead({ className = '', children }: { className?: string; children: ReactNode }) {
  return <header className={`border-rule border-b pt-8 pb-4 ${className}`}>{children}</header>;
}

/** Renders the heading in it. */
export function PageHeading({ children }: { children: string }) {
  return <h1 className={headlineSize(children, 'medium')}>{children}</h1>;
}
