import { cva, type VariantProps } from 'class-variance-authority';
import type { ReactNode } from 'react';
import type { PostStatus } from '@/lib/visibility';

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

/** The tone of each status of a post. */
export const STATUS_TONES: Record<PostStatus, BadgeTone> = {
  draft: 'plain',
  scheduled: 'scheduled',
  published: 'published',
  unlisted: 'plain',
  withdrawn: 'plain',
  binned: 'plain',
};

/** Shows the state of a thing in one word. */
export function Badge({ tone, children }: VariantProps<typeof badgeStyle> & { children: ReactNode }) {
  return <span className={badgeStyle({ tone })}>{children}</span>;
}
