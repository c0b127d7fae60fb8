'use client';
import { type FormEvent, type RefObject, useId, useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';

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
    <form className="ed-stack" onSubmit={submit}>
      <div className="ed-row ed-end history-name-row">
        <label className="ed-field">
          {label}
          <input
            ref={field}
            className="ed-input"
            value={name}
            maxLength={120}
            placeholder={words.nameExample}
            aria-describedby={hint && hintId}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <button type="submit" className="ed-quiet" disabled={isBusy}>
          {words.keepText}
        </button>
      </div>
      {hint && (
        <p id={hintId} className="ed-hint">
          {hint}
        </p>
      )}
    </form>
  );
}
