import type { ReactNode } from 'react';

/** A part of the panel that can be folded away. */
export function Section({
  title,
  isOpen = true,
  children,
}: {
  title: string;
  isOpen?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="panel-section" open={isOpen}>
      <summary>{title}</summary>
      <div className="panel-section-body">{children}</div>
    </details>
  );
}
