import { cva, type VariantProps } from 'class-variance-authority';
import type { ButtonHTMLAttributes, Ref } from 'react';

/** How a button looks; also for links and file fields that are buttons to the eye. */
export const buttonStyle = cva(
  [
    'inline-flex cursor-pointer items-center gap-1.5 rounded-md border px-4 py-1 font-semibold no-underline',
    // A ground alone is not seen in forced colours.
    'forced-colors:aria-pressed:outline-2 forced-colors:aria-pressed:-outline-offset-4 forced-colors:aria-pressed:outline-[Highlight]',
    'disabled:cursor-default disabled:opacity-50 aria-disabled:cursor-default aria-disabled:opacity-50',
    'compact:px-3 compact:text-ui compact:leading-tight compact:font-medium compact:whitespace-nowrap',
  ],
  {
    variants: {
      kind: {
        /** The one action that a screen is for. */
        main: 'text-paper not-disabled:hover:opacity-88',
        /** Any other action. */
        quiet: 'border-rule not-disabled:hover:bg-wash',
        /** An action in a row of many: no edge until it is pointed at. */
        plain: 'not-disabled:hover:bg-wash border-transparent',
        /** On a coloured ground: in a notice or a toast. */
        tinted: 'border-current/40 not-disabled:hover:bg-[color-mix(in_srgb,currentColor_10%,transparent)]',
      },
      /** `grave` for what cannot be undone. */
      tone: { normal: '', grave: '' },
      /** `small` for a choice next to text, in the editor. */
      size: { normal: 'compact:min-h-10 min-h-11', small: 'min-h-9' },
    },
    compoundVariants: [
      { kind: 'main', tone: 'normal', className: 'border-ink bg-ink' },
      { kind: 'main', tone: 'grave', className: 'border-accent bg-accent' },
      { kind: ['quiet', 'plain', 'tinted'], tone: 'grave', className: 'text-accent' },
    ],
    defaultVariants: { kind: 'quiet', tone: 'normal', size: 'normal' },
  },
);

/** For a label that is a button: the file field inside it is unseen, and its focus shows around the label. */
export const fileLabelStyle =
  'relative has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent';

type Props = ButtonHTMLAttributes<HTMLButtonElement> &
  VariantProps<typeof buttonStyle> & {
    /** Whether its work goes on: it stays in place, can be found by a screen reader, and does nothing. */
    isBusy?: boolean;
    ref?: Ref<HTMLButtonElement>;
  };

/** Shows a button. @param className places it (margin, order, width); its looks come from its other props. */
export function Button({ kind, tone, size, isBusy, className, disabled, ...button }: Props) {
  return (
    <button
      type="button"
      {...button}
      disabled={disabled || isBusy}
      aria-busy={isBusy || undefined}
      className={buttonStyle({ kind, tone, size, className })}
    />
  );
}

/** Shows a button that reads as a part of the text around it. */
export function LinkButton(button: Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'>) {
  return (
    <button
      type="button"
      {...button}
      className="min-h-11 cursor-pointer underline underline-offset-[0.2em]"
    />
  );
}
