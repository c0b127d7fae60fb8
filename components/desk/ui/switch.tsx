import type { InputHTMLAttributes, ReactNode, Ref } from 'react';

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  label: ReactNode;
  /** What it means, below the label. */
  hint?: ReactNode;
  ref?: Ref<HTMLInputElement>;
}

const TRACK =
  'relative h-6 w-11 flex-none cursor-pointer appearance-none rounded-full border border-soft bg-paper checked:border-accent checked:bg-accent disabled:cursor-default disabled:opacity-50';
const KNOB =
  'before:absolute before:top-0.75 before:left-0.75 before:size-4 before:rounded-full before:bg-soft motion-safe:before:transition-[translate] checked:before:translate-x-5 checked:before:bg-paper';
/** Colours chosen by the person take those of the track away: the browser then draws a checkbox. */
const FORCED = 'forced-colors:size-5 forced-colors:appearance-auto forced-colors:before:hidden';

/**
 * A setting that is on or off and takes effect at once. For one that a form saves later, use a checkbox.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/switch/
 */
export function Switch({ label, hint, className = '', ...input }: Props) {
  return (
    <label
      className={`compact:min-h-10 touch:compact:min-h-11 flex min-h-11 items-center gap-2.5 ${className}`}
    >
      {/* biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says itself whether it is checked. */}
      <input type="checkbox" role="switch" {...input} className={`${TRACK} ${KNOB} ${FORCED}`} />
      <span>
        {label}
        {hint && <small className="text-small text-soft block">{hint}</small>}
      </span>
    </label>
  );
}
