'use client';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Input } from '@/components/desk/ui/field';
import { type AddressChoice, AddressChoices, choiceId, movedChoice } from './address-choices';
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
  /** Shown in the empty field. */
  hint?: string;
  /** Pages to choose from instead; the field is then typed in with all letters, not those of addresses alone. */
  choices?: AddressChoice[];
  onChoose?: (choice: AddressChoice) => void;
  submit: string;
  onSubmit: () => void;
  onClose: () => void;
  /** Further buttons, before Cancel. */
  children?: ReactNode;
}

/** Asks for the address of a page in a row of the toolbar. Escape closes it. */
export function AddressForm(props: AddressFormProps) {
  const { name, label, value, onChange, trouble, status, submit, onSubmit, onClose, children } = props;
  const { choices, onChoose } = props;
  const words = useDeskWords().toolbar;
  const id = useId();
  const [at, setAt] = useState(0);
  const active = choices?.[Math.min(at, choices.length - 1)];
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // One frame later, because a command has just moved the focus to the text.
    const frame = requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.select();
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const next = movedChoice(event, at, choices?.length ?? 0);
    if (next !== null) setAt(next);
    else if (event.key === 'Enter' && active) onChoose?.(active);
    else return;
    event.preventDefault();
  };
  const combobox = choices && {
    role: 'combobox',
    'aria-expanded': choices.length > 0,
    'aria-controls': `${id}-choices`,
    'aria-autocomplete': 'list' as const,
    'aria-activedescendant': choiceId(`${id}-choices`, active),
    onKeyDown,
  };
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
        {...combobox}
        inputMode={choices ? undefined : 'url'}
        autoComplete="off"
        placeholder={props.hint ?? 'https://…'}
        value={value}
        aria-invalid={Boolean(trouble)}
        aria-describedby={`${id}-trouble`}
        onChange={(event) => {
          setAt(0);
          onChange(event.target.value);
        }}
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
      {choices && onChoose && (
        <AddressChoices
          id={`${id}-choices`}
          name={words.ownPosts}
          choices={choices}
          active={active}
          onChoose={onChoose}
        />
      )}
    </form>
  );
}
