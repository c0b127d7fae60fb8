import { cva, type VariantProps } from 'class-variance-authority';
import type { ReactNode } from 'react';

const badgeStyle = cva('text-ink rounded-full border px-2.5', {
  variants: {
    tone: {
      plain: 'border-rule',
      published: 'bg-published border-transparent',
      scheduled: 'bg-scheduled border-transparent',
      attention: 'bg-attention border-transparent',
    },
  },
  defaultVariants: { tone: 'plain' },
});

/** The tones that a badge can have: each state of a post has one. */
export type BadgeTone = NonNullable<VariantProps<typeof badgeStyle>['tone']>;

/** Shows the state of a thing in one word. */
export function Badge({ tone, children }: VariantProps<typeof badgeStyle> & { children: ReactNode }) {
  return <span className={badgeStyle({ tone })}>{children}</span>;
}
