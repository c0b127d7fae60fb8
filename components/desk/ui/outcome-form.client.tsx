'use client';
import { unstable_rethrow } from 'next/navigation';
import { type ReactNode, useState, useTransition } from 'react';
import type { Answer } from '@/lib/errors';
import { useDeskWords } from './desk-words.client';
import { useIsListening } from './use-is-listening';

interface Props {
  action: (data: FormData) => Promise<Answer<unknown> | undefined>;
  children: ReactNode;
  /** The words on the button. */
  submit: string;
  /** What is said when it was done. */
  done?: string;
  /** `quiet` for what is not the page's main deed; `grave` for what cannot be undone. */
  tone?: 'main' | 'quiet' | 'grave';
  /** Asked before anything is done. */
  confirm?: string;
  /** Emptied when it was done, for forms that add. */
  isCleared?: boolean;
  className?: string;
  /** Told when it was done. */
  onDone?: () => void;
}

const TONES = { main: 'button', quiet: 'quiet', grave: 'quiet grave' };

/** A form that says under its button how it went, and keeps what was typed when it was refused. */
export function OutcomeForm({
  action,
  children,
  submit,
  done,
  tone = 'main',
  confirm,
  isCleared,
  className,
  onDone,
}: Props) {
  const [outcome, setOutcome] = useState<Answer<unknown> | null>(null);
  const [isPending, start] = useTransition();
  const isListening = useIsListening();
  const words = useDeskWords().common;
  function onSubmit(event: React.FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (confirm && !window.confirm(confirm)) return;
    const form = event.currentTarget;
    const data = new FormData(form);
    start(async () => {
      const result = await answerOf(action, data, words.noAnswer);
      setOutcome(result);
      if (!result?.ok) return;
      if (isCleared) form.reset();
      onDone?.();
    });
  }
  return (
    // Were it ever sent by the browser itself, no passphrase may end up in an address.
    <form method="post" onSubmit={onSubmit} className={className ?? 'form'}>
      {children}
      <div className="row">
        <button type="submit" className={TONES[tone]} disabled={isPending || !isListening}>
          {submit}
        </button>
      </div>
      {outcome && !outcome.ok && (
        <p className="outcome outcome-refused" role="alert">
          {outcome.message}
        </p>
      )}
      {outcome?.ok && done && (
        <p className="outcome" role="status">
          {done}
        </p>
      )}
    </form>
  );
}

/** A lost connection is an answer too: the form stays, with what was typed. */
async function answerOf(
  action: Props['action'],
  data: FormData,
  noAnswer: string,
): Promise<Answer<unknown> | null> {
  try {
    return (await action(data)) ?? null;
  } catch (error) {
    // An action that leads to another page does so by throwing.
    unstable_rethrow(error);
    console.error(error);
    return { ok: false, code: 'unavailable', message: noAnswer };
  }
}
