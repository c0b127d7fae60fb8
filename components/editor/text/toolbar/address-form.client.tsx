'use client';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Input } from '@/components/desk/ui/field';
import { rowStyle, rowTroubleStyle } from './toolbar-row';

interface AddressFormProps {
  /** The accessible name of the form. */
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** What is wrong with the address; empty when nothing is. */
  trouble: string;
  /** What the form is doing; absent in a form that answers at once. */
  status?: string;
  submit: string;
  onSubmit: () => void;
  onClose: () => void;
  /** Further buttons, before Cancel. */
  children?: ReactNode;
}

/** Asks for the address of a page in a row of the toolbar. Escape closes it. */
export function AddressForm(props: AddressFormProps) {
  const { name, label, value, onChange, trouble, status, submit, onSubmit, onClose, children } = props;
  const words = useDeskWords().toolbar;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // One frame later, because a command has just moved the focus to the text.
    const frame = requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.select();
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <form
      className={rowStyle}
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        ref={input}
        className="flex-[1_0_12rem]"
        inputMode="url"
        autoComplete="off"
        placeholder="https://…"
        value={value}
        aria-invalid={Boolean(trouble)}
        aria-describedby={`${id}-trouble`}
        onChange={(event) => onChange(event.target.value)}
      />
      <Button type="submit" kind="main">
        {submit}
      </Button>
      {children}
      <Button onClick={onClose}>{words.cancel}</Button>
      {status !== undefined && <p role="status">{status}</p>}
      <p id={`${id}-trouble`} role="alert" className={rowTroubleStyle}>
        {trouble}
      </p>
    </form>
  );
}
