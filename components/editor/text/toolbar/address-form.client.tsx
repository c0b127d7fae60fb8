'use client';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';

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
      className="toolbar-row"
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={input}
        className="ed-input"
        inputMode="url"
        autoComplete="off"
        placeholder="https://…"
        value={value}
        aria-invalid={Boolean(trouble)}
        aria-describedby={`${id}-trouble`}
        onChange={(event) => onChange(event.target.value)}
      />
      <button type="submit" className="ed-button">
        {submit}
      </button>
      {children}
      <button type="button" className="ed-quiet" onClick={onClose}>
        {words.cancel}
      </button>
      {status !== undefined && <p role="status">{status}</p>}
      <p id={`${id}-trouble`} role="alert">
        {trouble}
      </p>
    </form>
  );
}
