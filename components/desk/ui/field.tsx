import type { InputHTMLAttributes } from 'react';

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  hint?: string;
}

/** Shows a labelled field of one line. */
export function Field({ label, hint, ...input }: Props) {
  return (
    <label className="field">
      <span>{label}</span>
      <input className="input" {...input} />
      {hint && <small>{hint}</small>}
    </label>
  );
}
