import { Children, type ReactNode } from 'react';

interface Props {
  /** Names the links for screen readers. */
  label: string;
  className: string;
  children: ReactNode;
}

/** A row of links, as a list: without our stylesheet, each is on its own line. The links themselves are in the row. */
export function LinkList({ label, className, children }: Props) {
  return (
    <nav aria-label={label}>
      <ul className={`list-none ${className}`}>
        {Children.toArray(children).map((child, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the links of a page never change places
          <li key={index} className="[display:contents]">
            {child}
          </li>
        ))}
      </ul>
    </nav>
  );
}
