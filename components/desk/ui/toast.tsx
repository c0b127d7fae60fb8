import { cva } from 'class-variance-authority';
import type { ReactNode } from 'react';
import { Button } from './button';

/** How a bar looks that stays in view at the end of a long list. */
export const barStyle = cva(
  'border-rule shadow-bar sticky bottom-3 z-4 mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-xl border py-2 pr-2.5 pl-4',
  {
    variants: {
      tone: { paper: 'bg-paper', ink: 'bg-ink text-paper [&_:focus-visible]:outline-paper' },
    },
    defaultVariants: { tone: 'paper' },
  },
);

interface ToastProps {
  /** What was done; nothing while there is nothing to tell. Screen readers announce it. */
  text: string | undefined;
  /** The name of the button that dismisses it. */
  close: string;
  onClose: () => void;
  /** Whether something else is shown in its place. */
  isHidden?: boolean;
  /** Buttons, of the kind `tinted`: what can be done about it. */
  children?: ReactNode;
}

/** Tells what was done. It stays until dismissed, so nobody has to be quick; it is rendered without a text too. */
export function Toast({ text, close, onClose, isHidden, children }: ToastProps) {
  return (
    <div hidden={isHidden} className={text ? barStyle({ tone: 'ink' }) : undefined}>
      <p role="status" className="flex-[1_1_10rem]">
        {text}
      </p>
      {text && children}
      {text && (
        <Button kind="tinted" aria-label={close} onClick={onClose}>
          <span aria-hidden="true">×</span>
        </Button>
      )}
    </div>
  );
}
