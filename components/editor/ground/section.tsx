'use client';
import { type ComponentType, type ReactNode, useState } from 'react';
import type { PanelSection } from '@/lib/posts/checklist/findings';
import { Lazy } from './lazy.client';
import { usePlaces } from './places.client';

const sectionStyle = 'border-rule border-b';
const summaryStyle = 'font-strong cursor-pointer py-3';
const contentStyle = 'grid gap-3 pb-5 [&>button]:justify-self-start';

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
    <details ref={place} className={sectionStyle} open={isOpen}>
      <summary className={summaryStyle}>{title}</summary>
      <div className={contentStyle}>{children}</div>
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
  // Only how it begins: a command in it that changes the post must not fold it up under the person's eyes.
  const [isUnfolded, setUnfolded] = useState(isOpen);
  return (
    <details
      className={sectionStyle}
      open={isUnfolded}
      onToggle={({ currentTarget }) => setUnfolded(currentTarget.open)}
    >
      <summary className={summaryStyle}>{title}</summary>
      <div className={contentStyle}>{isUnfolded && <Lazy load={load} props={props} />}</div>
    </details>
  );
}
