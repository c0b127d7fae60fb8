'use client';
import { type FormEvent, type RefObject, useId, useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { hintStyle, Input } from '@/components/desk/ui/field';

interface KeepFormProps {
  label: string;
  /** The current name of the text; without it, the form is cleared after each use. */
  name?: string;
  hint?: string;
  field?: RefObject<HTMLInputElement | null>;
  onKeep: (name: string) => Promise<void>;
  isBusy: boolean;
}

/** Renders a form that names a text, which keeps it permanently. */
export function KeepForm({ label, name: given, hint, field, onKeep, isBusy }: KeepFormProps) {
  const words = useDeskWords().history;
  const hintId = useId();
  const [name, setName] = useState(given ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted && wanted !== given)
      void onKeep(wanted).then(() => setName(given === undefined ? '' : wanted));
  };
  return (
    <form className="grid justify-items-start gap-3" onSubmit={submit}>
      <div className="ed-row ed-end history-name-row">
        <label className="ed-field">
          {label}
          <Input
            ref={field}
            value={name}
            maxLength={120}
            placeholder={words.nameExample}
            aria-describedby={hint && hintId}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <Button type="submit" disabled={isBusy}>
          {words.keepText}
        </Button>
      </div>
      {hint && (
        <p id={hintId} className={hintStyle}>
          {hint}
        </p>
      )}
    </form>
  );
}
