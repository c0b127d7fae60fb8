import { cva, type VariantProps } from 'class-variance-authority';
import type { ReactNode } from 'react';

const emptyStyle = cva('text-soft max-w-[34rem] [&_a]:underline', {
  variants: {
    kind: {
      /** In the place of a list. */
      list: 'py-6',
      /** In the place of a list on the dashboard. */
      short: 'py-1',
      /** In the place of everything on the page: a heading and how to begin. */
      page: 'border-soft mx-auto my-[12vh] rounded-2xl border border-dashed p-6 text-center',
    },
  },
  defaultVariants: { kind: 'list' },
});

interface Props extends VariantProps<typeof emptyStyle> {
  /** `div` for more than one paragraph. */
  as?: 'p' | 'div';
  children: ReactNode;
}

/** Says that there is nothing here yet, why, and what to do about it. */
export function EmptyState({ kind, as: Element = 'p', children }: Props) {
  return <Element className={emptyStyle({ kind })}>{children}</Element>;
}
