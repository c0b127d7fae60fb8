import type { InputHTMLAttributes, ReactNode, Ref } from 'react';

type BoxProps = InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> };

/** How a box to check looks, and a circle of a choice. */
export const boxStyle = 'size-4.5 flex-none accent-accent';

interface Props extends BoxProps {
  label: ReactNode;
  /** What it means, below the label. */
  hint?: ReactNode;
}

/** A box to check, or with `type="radio"` one of a choice, with its label next to it. */
export function Checkbox({ label, hint, className = '', ...box }: Props) {
  return (
    <label
      className={`compact:min-h-8 compact:items-center flex min-h-7 items-baseline gap-2.5 ${className}`}
    >
      <input
        type="checkbox"
        {...box}
        className={`${boxStyle} compact:mt-0 compact:self-auto mt-[0.25em] self-start`}
      />
      <span>
        {label}
        {hint && <small className="text-small text-soft block">{hint}</small>}
      </span>
    </label>
  );
}
