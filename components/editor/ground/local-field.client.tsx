'use client';
import { useEffect, useId, useRef, useState } from 'react';

interface LocalFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  multiline?: boolean;
  maxLength?: number;
  hint?: string;
  type?: string;
  lang?: string;
}

/**
 * Renders a labelled field that keeps its own value while someone types in it, so that a late server answer never
 * moves the caret or interrupts an input method (Khmer, Chinese).
 */
export function LocalField({
  label,
  value,
  onChange,
  multiline,
  hint,
  type = 'text',
  ...rest
}: LocalFieldProps) {
  const id = useId();
  const [own, setOwn] = useState(value);
  const hasFocus = useRef(false);
  useEffect(() => {
    if (!hasFocus.current) setOwn(value);
  }, [value]);
  const shared = {
    id,
    value: own,
    'aria-describedby': hint ? `${id}-hint` : undefined,
    className: 'ed-input',
    onFocus: () => {
      hasFocus.current = true;
    },
    onBlur: () => {
      hasFocus.current = false;
      setOwn(value);
    },
    onChange: (event: { target: { value: string } }) => {
      setOwn(event.target.value);
      onChange(event.target.value);
    },
    ...rest,
  };
  return (
    <div className="ed-field">
      <label htmlFor={id}>{label}</label>
      {multiline ? <textarea rows={2} {...shared} /> : <input type={type} {...shared} />}
      {hint && (
        <p id={`${id}-hint`} className="ed-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
