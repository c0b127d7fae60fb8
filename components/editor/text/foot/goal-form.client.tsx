'use client';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Field, Input } from '@/components/desk/ui/field';
import type { WordGoal } from './word-goal';

interface GoalFormProps {
  goal: WordGoal;
  /** Called when it is done, or left. */
  onClose: () => void;
}

const MOST_WORDS = 100_000;

/** Renders the form that sets or removes the writing goal. */
export function GoalForm({ goal, onClose }: GoalFormProps) {
  const words = useDeskWords().editor;
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(goal.words === null ? '' : String(goal.words));
  const [isBusy, setBusy] = useState(false);
  useEffect(() => field.current?.select(), []);
  const set = async (wanted: number | null) => {
    setBusy(true);
    const isSet = await goal.set(wanted);
    setBusy(false);
    if (isSet) onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void set(Number(typed));
  };
  return (
    <form
      className="border-rule bg-paper shadow-menu text-ink text-ui absolute right-4 bottom-[calc(100%+0.25rem)] grid w-[min(22rem,calc(100vw-2rem))] gap-3 rounded-xl border p-4"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <Field label={words.goalLabel} hint={words.goalHint}>
        {(control) => (
          <Input
            {...control}
            ref={field}
            type="number"
            inputMode="numeric"
            min={1}
            max={MOST_WORDS}
            step={1}
            required
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" disabled={isBusy}>
          {words.setGoal}
        </Button>
        {goal.words !== null && (
          <Button disabled={isBusy} onClick={() => void set(null)}>
            {words.removeGoal}
          </Button>
        )}
      </div>
    </form>
  );
}
