import type { HTMLAttributes, ReactNode } from 'react';

/* What pages of the desk are laid out with. */

interface Part {
  className?: string;
  children: ReactNode;
}

/** The heading of a page. */
export function PageTitle({ className = '', children }: Part) {
  return <h1 className={`text-screen km:leading-desk leading-[1.25] font-bold ${className}`}>{children}</h1>;
}

/** The heading of a page with its main action next to it. */
export function PageHead({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div className="mb-5 flex flex-wrap items-center justify-between gap-3">
      <PageTitle>{title}</PageTitle>
      {children}
    </div>
  );
}

/** The heading of a part of a page. */
export function SectionTitle({ className = '', children }: Part) {
  return <h2 className={`text-body font-strong mb-2 ${className}`}>{children}</h2>;
}

/** A part of a page within a frame, with its heading. */
export function Card({ id, title, children }: { id?: string; title: ReactNode; children: ReactNode }) {
  return (
    <section id={id} className="max-w-form border-rule mt-6 rounded-xl border p-5">
      <SectionTitle>{title}</SectionTitle>
      {children}
    </section>
  );
}

/** Fields that belong together, within a frame. */
export function FieldGroup({ legend, children }: { legend: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="max-w-form border-rule grid gap-4 rounded-xl border p-5">
      <legend className="px-1.5 font-semibold">{legend}</legend>
      {children}
    </fieldset>
  );
}

/** A list with a line between its rows; each row has its own padding, `py-3.5` as a rule. */
export function Rows({ className = '', ...list }: HTMLAttributes<HTMLUListElement>) {
  return (
    <ul {...list} className={`border-rule *:border-rule border-b *:border-t empty:border-b-0 ${className}`} />
  );
}

interface MetaProps extends HTMLAttributes<HTMLElement> {
  as?: 'span' | 'p';
}

/** The small print of a row: what is known of a thing besides its name. */
export function Meta({ as: Element = 'span', className = '', ...part }: MetaProps) {
  return (
    <Element {...part} className={`text-small text-soft flex flex-wrap gap-x-3 gap-y-0.5 ${className}`} />
  );
}

interface DisclosureProps extends Part {
  summary: ReactNode;
}

/** What rarely changes, behind its name. */
export function Disclosure({ summary, className = '', children }: DisclosureProps) {
  return (
    <details className={`open:pb-4 ${className}`}>
      <summary className="cursor-pointer py-1.5">{summary}</summary>
      {children}
    </details>
  );
}
