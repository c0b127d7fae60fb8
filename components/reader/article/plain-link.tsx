import type { ReactNode } from 'react';

interface Props {
  href: string;
  rel?: string;
  children: ReactNode;
}

/** A link among links: where it stands says that it is one, so it is underlined only under the pointer. */
export function PlainLink({ href, rel, children }: Props) {
  return (
    <a href={href} rel={rel} className="no-underline hover:underline">
      {children}
    </a>
  );
}
