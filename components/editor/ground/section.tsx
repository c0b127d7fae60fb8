'use client';
import { type ComponentType, type ReactNode, useState } from 'react';
import type { PanelSection } from '@/lib/posts/checklist/findings';
import { Lazy } from './lazy.client';
import { usePlaces } from './places.client';

/** Renders a part of the panel that can be collapsed. */
export function Section({
  title,
  name,
  isOpen = true,
  children,
}: {
  title: string;
  /** The name by which the checklist links to this section. */
  name?: PanelSection;
  isOpen?: boolean;
  children: ReactNode;
}) {
  const { sections } = usePlaces();
  const place = (element: HTMLDetailsElement | null) => {
    if (!name || !element) return;
    sections.set(name, element);
    return () => {
      sections.delete(name);
    };
  };
  return (
    <details ref={place} className="panel-section" open={isOpen}>
      <summary>{title}</summary>
      <div className="panel-section-body">{children}</div>
    </details>
  );
}

interface LazySectionProps<P> {
  title: string;
  isOpen?: boolean;
  load: () => Promise<ComponentType<P>>;
  props: P;
}

/** Renders a rarely used part of the panel, fetched when it is expanded. */
export function LazySection<P extends object>({ title, isOpen = false, load, props }: LazySectionProps<P>) {
  const [isUnfolded, setUnfolded] = useState(isOpen);
  return (
    <details
      className="panel-section"
      open={isOpen}
      onToggle={({ currentTarget }) => setUnfolded(currentTarget.open)}
    >
      <summary>{title}</summary>
      <div className="panel-section-body">{isUnfolded && <Lazy load={load} props={props} />}</div>
    </details>
  );
}
