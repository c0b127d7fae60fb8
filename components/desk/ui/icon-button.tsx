import { cva, type VariantProps } from 'class-variance-authority';
import type { ButtonHTMLAttributes, Ref } from 'react';

const iconButtonStyle = cva(
  [
    'grid h-11 min-w-11 flex-none cursor-pointer place-items-center rounded-md border p-0',
    'disabled:cursor-default disabled:opacity-35 aria-disabled:cursor-default aria-disabled:opacity-35',
    'aria-pressed:text-accent aria-pressed:bg-[color-mix(in_srgb,var(--accent)_14%,var(--paper))]',
    // A ground alone is not seen in forced colours.
    'forced-colors:aria-pressed:outline-2 forced-colors:aria-pressed:-outline-offset-4 forced-colors:aria-pressed:outline-[Highlight]',
    'compact:h-10 compact:min-w-10 compact:text-ui compact:leading-none touch:compact:h-11 touch:compact:min-w-11',
  ],
  {
    variants: {
      kind: {
        /** In a row of many: no edge until it is pointed at. */
        plain: 'text-standfirst compact:font-semibold hover:bg-wash aria-expanded:bg-wash border-transparent',
        /** Alone, or next to buttons with an edge. */
        quiet: 'border-rule hover:bg-wash font-semibold',
      },
    },
    defaultVariants: { kind: 'plain' },
  },
);

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label'> &
  VariantProps<typeof iconButtonStyle> & {
    /** Its name, for those who do not see the sign. */
    label: string;
    ref?: Ref<HTMLButtonElement>;
  };

/** Shows a square button with a sign (its children, hidden from screen readers) instead of words. */
export function IconButton({ label, kind, className, children, ...button }: Props) {
  return (
    <button type="button" {...button} aria-label={label} className={iconButtonStyle({ kind, className })}>
      {typeof children === 'string' ? <span aria-hidden="true">{children}</span> : children}
    </button>
  );
}
