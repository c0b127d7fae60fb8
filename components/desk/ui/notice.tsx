import { cva, type VariantProps } from 'class-variance-authority';
import type { HTMLAttributes } from 'react';

const noticeStyle = cva('', {
  variants: {
    kind: {
      /** Something on this page needs the person. */
      attention: 'bg-attention mb-6 rounded-lg p-4',
      /** How an action went. */
      outcome: 'bg-wash rounded-md px-3.5 py-2.5',
      /** Why an action was refused. */
      refused: 'border-accent bg-wash rounded-md border-l-4 px-3.5 py-2.5',
    },
  },
  defaultVariants: { kind: 'attention' },
});

type Props = HTMLAttributes<HTMLDivElement> & VariantProps<typeof noticeStyle>;

/** Tells something. What comes as the answer to an action has `role="status"`, a refusal `role="alert"`. */
export function Notice({ kind, className, ...notice }: Props) {
  return <div {...notice} className={noticeStyle({ kind, className })} />;
}
