'use client';
import { cva, type VariantProps } from 'class-variance-authority';
import {
  createContext,
  type HTMLAttributes,
  type ReactNode,
  type RefObject,
  useContext,
  useId,
  useRef,
} from 'react';
import { Button } from './button';
import { useModal } from './use-modal';

const dialogStyle = cva(
  [
    'border-rule bg-paper text-ink m-auto rounded-xl border backdrop:bg-black/50',
    'compact:font-sans compact:text-ui compact:leading-relaxed compact:km:leading-[1.75]',
  ],
  {
    variants: {
      size: {
        normal: 'max-h-[calc(100dvh-2rem)] w-[min(32rem,calc(100vw-2rem))]',
        medium: 'max-h-[calc(100dvh-2rem)] w-[min(36rem,calc(100vw-2rem))]',
        wide: 'max-h-[calc(100dvh-2rem)] w-[min(50rem,calc(100vw-2rem))]',
        /** For pictures. */
        wider: 'max-h-[calc(100dvh-2rem)] w-[min(60rem,calc(100vw-2rem))]',
        /** The whole window on a phone, most of it on a large screen. */
        full: [
          'h-dvh max-h-none w-[min(80rem,100vw)] max-w-none overflow-auto overscroll-contain',
          'lg:h-[calc(100dvh-3rem)] lg:w-[min(80rem,calc(100vw-4rem))]',
        ],
      },
      isBare: { true: '', false: 'p-5' },
    },
    defaultVariants: { size: 'normal' },
  },
);

interface Opened {
  headingId: string;
  size: NonNullable<VariantProps<typeof dialogStyle>['size']>;
  close: () => void;
}

const DialogContext = createContext<Opened | null>(null);

interface DialogProps {
  size?: Opened['size'];
  /** Whether it has no padding, for a form or columns that have their own; `full` never has. */
  isBare?: boolean;
  /** Whether Escape leaves it open: the person must choose. */
  isRequired?: boolean;
  /** Called when it has closed: by Escape, by the button in its head, or by `ref.current.close()`. */
  onClose?: () => void;
  ref?: RefObject<HTMLDialogElement | null>;
  className?: string;
  /** Among them a `DialogHead` or `DialogHeading`, which names it. */
  children: ReactNode;
}

/**
 * Shows a modal dialog for as long as it is rendered. The browser keeps the focus inside and returns it afterwards.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/dialog-modal/
 */
export function Dialog({
  size = 'normal',
  isBare = size === 'full',
  isRequired = false,
  onClose,
  ref,
  className,
  children,
}: DialogProps) {
  const own = useRef<HTMLDialogElement>(null);
  const dialog = ref ?? own;
  const headingId = useId();
  useModal(dialog);
  const left = () => {
    // In development, React opens everything twice: the event of the first closing arrives late.
    if (dialog.current?.open) return;
    // At a second Escape, browsers close it whatever the page says.
    if (isRequired) dialog.current?.showModal();
    else onClose?.();
  };
  return (
    <DialogContext value={{ headingId, size, close: () => dialog.current?.close() }}>
      <dialog
        ref={dialog}
        className={dialogStyle({ size, isBare, className })}
        aria-labelledby={headingId}
        onCancel={(event) => isRequired && event.preventDefault()}
        onClose={(event) => event.target === dialog.current && left()}
      >
        {children}
      </dialog>
    </DialogContext>
  );
}

/** Shows the heading of a dialog, which is its name. */
export function DialogHeading({ className = '', children }: { className?: string; children: ReactNode }) {
  const { headingId } = useDialog();
  return (
    <h2
      id={headingId}
      className={`text-body compact:text-title font-strong m-0 min-w-0 wrap-anywhere ${className}`}
    >
      {children}
    </h2>
  );
}

const headStyle = cva(
  'compact:mb-0 compact:flex-wrap compact:gap-2 mb-4 flex items-center justify-between gap-4',
  {
    variants: { size: { normal: '', medium: '', wide: '', wider: '', full: 'px-4 py-3' } },
  },
);

/** Shows the heading of a dialog with a button that closes it. @param close the word on the button. */
export function DialogHead({ close, children }: { close: string; children: ReactNode }) {
  const dialog = useDialog();
  return (
    <div className={headStyle({ size: dialog.size })}>
      <DialogHeading>{children}</DialogHeading>
      <Button onClick={dialog.close}>{close}</Button>
    </div>
  );
}

/** Shows the buttons at the end of a dialog; on a narrow screen they fill its width. */
export function DialogActions({ className = '', ...row }: HTMLAttributes<HTMLDivElement>) {
  return (
    <div
      {...row}
      className={`max-xs:*:flex-auto max-xs:*:justify-center flex flex-wrap items-center gap-2 ${className}`}
    />
  );
}

function useDialog(): Opened {
  const opened = useContext(DialogContext);
  if (!opened) throw new Error('The parts of a dialog stand within a Dialog.');
  return opened;
}
