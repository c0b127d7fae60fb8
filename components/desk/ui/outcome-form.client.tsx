'use client';
import { unstable_rethrow } from 'next/navigation';
import { type ReactNode, useState, useTransition } from 'react';
import type { Answer } from '@/lib/errors';
import { Button } from './button';
import { ConfirmDialog } from './confirm-dialog.client';
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
export function OutcomeForm({ children, submit, done, tone = 'main', confirm, className, ...work }: Props) {
  const { outcome, isPending, run } = useOutcome(work);
  const [asking, setAsking] = useState<HTMLFormElement | null>(null);
  const isListening = useIsListening();
  function onSubmit(event: React.FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (confirm) setAsking(event.currentTarget);
    else run(event.currentTarget);
  }
  return (
    <>
      {/* If the browser ever submitted it itself, a passphrase must not be in the address. */}
      <form method="post" onSubmit={onSubmit} className={className ?? 'max-w-form grid gap-4'}>
        {children}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" {...TONES[tone]} isBusy={isPending} disabled={!isListening}>
            {submit}
          </Button>
        </div>
        <Outcome outcome={outcome} done={done} />
      </form>
      {asking && confirm && (
        <ConfirmDialog
          question={confirm}
          yes={submit}
          onYes={() => run(asking)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

function Outcome({ outcome, done }: { outcome: Answer<unknown> | null } & Pick<Props, 'done'>) {
  if (outcome && !outcome.ok)
    return (
      <Notice kind="refused" role="alert">
        {outcome.message}
      </Notice>
    );
  if (!outcome || !done) return null;
  return (
    <Notice kind="outcome" role="status">
      {done}
    </Notice>
  );
}

/** Returns what runs the action with the values of a form, and its last outcome. */
function useOutcome({ action, isCleared, onDone }: Pick<Props, 'action' | 'isCleared' | 'onDone'>) {
  const [outcome, setOutcome] = useState<Answer<unknown> | null>(null);
  const [isPending, start] = useTransition();
  const { noAnswer } = useDeskWords().common;
  const run = (form: HTMLFormElement) => {
    const data = new FormData(form);
    start(async () => {
      const result = await answerOf(action, data, noAnswer);
      setOutcome(result);
      if (!result?.ok) return;
      if (isCleared) form.reset();
      onDone?.();
    });
  };
  return { outcome, isPending, run };
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
