import type { HTMLAttributes } from 'react';

/** Shows above the text what happened to it and what can be done. It must have a name. */
export function Banner(section: Omit<HTMLAttributes<HTMLElement>, 'className'>) {
  return (
    <section
      {...section}
      className="border-rule bg-wash flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b px-4 py-2"
    />
  );
}
