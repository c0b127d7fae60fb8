import type { ReactNode } from 'react';
import type { PanelSection } from '@/lib/posts/checklist/findings';

/** A part of the panel that can be folded away. */
export function Section({
  title,
  name,
  isOpen = true,
  children,
}: {
  title: string;
  /** By which the checklist leads here. */
  name?: PanelSection;
  isOpen?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="panel-section" data-section={name} open={isOpen}>
      <summary>{title}</summary>
      <div className="panel-section-body">{children}</div>
    </details>
  );
}
