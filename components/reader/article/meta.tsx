import { Children, Fragment, type ReactNode } from 'react';

interface Props {
  children: ReactNode;
  title?: string;
  className?: string;
}

/** The line of small facts around a post or person: names, dates, addresses. */
export function Meta({ children, title, className = '' }: Props) {
  return (
    <p
      data-part="meta"
      title={title}
      className={`text-soft text-small leading-meta flex flex-wrap items-baseline gap-x-3 font-sans ${className}`}
    >
      {parted(children)}
    </p>
  );
}

/** Separates the facts by spaces, for browsers without our stylesheet; a flexible line does not show them. */
function parted(children: ReactNode) {
  return Children.toArray(children).map((child, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the facts of a line never change places
    <Fragment key={index}>
      {index > 0 && ' '}
      {child}
    </Fragment>
  ));
}

/** A link in such a line, as high as a finger needs where two lines of them follow each other. */
export const META_LINK = 'inline-block py-0.5 no-underline hover:underline';
