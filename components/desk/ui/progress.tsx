interface Props {
  /** From 0 to 1. */
  value: number;
  label: string;
  className?: string;
}

const BAR = 'h-1.5 appearance-none overflow-hidden rounded-full border-0 bg-rule';
/** Each browser has its own parts of a bar. */
const PARTS =
  '[&::-webkit-progress-bar]:bg-rule [&::-webkit-progress-value]:rounded-full [&::-webkit-progress-value]:bg-ink [&::-moz-progress-bar]:rounded-full [&::-moz-progress-bar]:bg-ink';

/** Shows how much of a piece of work is done, as a bar. */
export function Progress({ value, label, className = '' }: Props) {
  return <progress max={1} value={value} aria-label={label} className={`${BAR} ${PARTS} ${className}`} />;
}
