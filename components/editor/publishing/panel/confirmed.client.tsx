'use client';
import { useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { fill } from '@/lib/language/fill';

interface ConfirmedProps {
  label: string;
  question: string;
  isBusy: boolean;
  onConfirm: () => void;
}

/** Renders a button that asks for confirmation. */
export function Confirmed({ label, question, isBusy, onConfirm }: ConfirmedProps) {
  const words = useDeskWords().panel;
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <button type="button" className="ed-quiet is-grave" onClick={() => setAsking(true)}>
        {label}
      </button>
    );
  }
  return (
    <div className="ed-confirm">
      <p>{question}</p>
      <div className="ed-row">
        <button
          type="button"
          className="ed-button is-grave"
          disabled={isBusy}
          // biome-ignore lint/a11y/noAutofocus: it replaces the button that had the focus.
          autoFocus
          onClick={() => {
            setAsking(false);
            onConfirm();
          }}
        >
          {fill(words.yes, { action: label.toLowerCase() })}
        </button>
        <button type="button" className="ed-quiet" onClick={() => setAsking(false)}>
          {words.no}
        </button>
      </div>
    </div>
  );
}
