'use client';
import { type FormEvent, useState } from 'react';
import { useDeskWords } from '@/components/ui/desk-words.client';

/** Keeps the present text under a name, for good. */
export function KeepForm({ onKeep, isBusy }: { onKeep: (name: string) => Promise<void>; isBusy: boolean }) {
  const words = useDeskWords().history;
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) void onKeep(name).then(() => setName(''));
  };
  return (
    <form className="ed-row ed-end" onSubmit={submit}>
      <label className="ed-field">
        {words.nameOfText}
        <input
          className="ed-input"
          value={name}
          maxLength={120}
          placeholder={words.nameExample}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <button type="submit" className="ed-quiet" disabled={isBusy}>
        {words.keepText}
      </button>
    </form>
  );
}
