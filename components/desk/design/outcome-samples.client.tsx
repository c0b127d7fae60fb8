'use client';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import type { Answer } from '@/lib/errors';

/** Shows forms whose buttons do nothing but answer. */
export function OutcomeSamples() {
  const { common } = useDeskWords();
  const refuse = async (): Promise<Answer<unknown>> => ({
    ok: false,
    code: 'unavailable',
    message: common.noAnswer,
  });
  return (
    <>
      <OutcomeForm action={async () => ({ ok: true, value: null })} submit={common.save} done={common.saved}>
        {null}
      </OutcomeForm>
      <OutcomeForm action={refuse} submit={common.remove} tone="grave">
        {null}
      </OutcomeForm>
    </>
  );
}
