'use client';
import { useEffect, useRef, useState } from 'react';
import { Field, Input, TextArea } from '@/components/desk/ui/field';

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
  const [own, setOwn] = useState(value);
  const hasFocus = useRef(false);
  useEffect(() => {
    if (!hasFocus.current) setOwn(value);
  }, [value]);
  const shared = {
    // Words in Arabic or Hebrew are typed in their direction.
    dir: 'auto',
    value: own,
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
    <Field label={label} hint={hint} className="w-full">
      {(control) =>
        multiline ? (
          <TextArea rows={2} {...shared} {...control} />
        ) : (
          <Input type={type} {...shared} {...control} />
        )
      }
    </Field>
  );
}
