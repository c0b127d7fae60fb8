'use client';
import { unstable_rethrow } from 'next/navigation';
import { type ReactNode, useState, useTransition } from 'react';
import type { Answer } from '@/lib/errors';
import { Button } from './button';
import { useDeskWords } from './desk-words.client';
import { Notice } from './notice';
import { useIsListening } from './use-is-listening';

interface Props {
  action: (data: FormData) => Promise<Answer<unknown> | undefined>;
  children: ReactNode;
  /** The label of the button. */
  submit: string;
  /** The message after success. */
  done?: string;
  /** `quiet` for a secondary action, `tinted` if it is within a notice; `grave` for one that cannot be undone. */
  tone?: keyof typeof TONES;
  /** The question before anything is done. */
  confirm?: string;
  /** Whether the form is cleared after success, for forms that add. */
  isCleared?: boolean;
  className?: string;
  /** Called after success. */
  onDone?: () => void;
}

const TONES = {
  main: { kind: 'main' },
  quiet: { kind: 'quiet' },
  tinted: { kind: 'tinted' },
  grave: { kind: 'quiet', tone: 'grave' },
} as const;

/** Shows a form that reports its outcome under the button, and keeps its values when it is refused. */
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
    // If the browser ever submitted it itself, a passphrase must not be in the address.
    <form method="post" onSubmit={onSubmit} className={className ?? 'max-w-form grid gap-4'}>
      {children}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" {...TONES[tone]} isBusy={isPending} disabled={!isListening}>
          {submit}
        </Button>
      </div>
      {outcome && !outcome.ok && (
        <Notice kind="refused" role="alert">
          {outcome.message}
        </Notice>
      )}
      {outcome?.ok && done && (
        <Notice kind="outcome" role="status">
          {done}
        </Notice>
      )}
    </form>
  );
}

/** Returns the outcome of an action. A lost connection is an outcome too: the form stays, with its values. */
async function answerOf(
  action: Props['action'],
  data: FormData,
  noAnswer: string,
): Promise<Answer<unknown> | null> {
  try {
    return (await action(data)) ?? null;
  } catch (error) {
    // An action that redirects does so by throwing.
    unstable_rethrow(error);
    console.error(error);
    return { ok: false, code: 'unavailable', message: noAnswer };
  }
}
