'use client';
import { useState } from 'react';
import { Button } from '@/components/desk/ui/button';
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
      <Button tone="grave" onClick={() => setAsking(true)}>
        {label}
      </Button>
    );
  }
  return (
    <div className="border-accent rounded-md border p-3">
      <p className="mb-2">{question}</p>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          kind="main"
          tone="grave"
          disabled={isBusy}
          // It replaces the button that had the focus.
          autoFocus
          onClick={() => {
            setAsking(false);
            onConfirm();
          }}
        >
          {fill(words.yes, { action: label.toLowerCase() })}
        </Button>
        <Button onClick={() => setAsking(false)}>{words.no}</Button>
      </div>
    </div>
  );
}
