'use client';
import { useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Field, TextArea } from '@/components/desk/ui/field';
import type { PanelProps } from '@/components/editor/ground/panel-types';

/** Adds a public correction to a published post whose text needs no change, or was changed before. */
export function CorrectionForm({ draft, actions, commands }: PanelProps) {
  const words = useDeskWords().panel;
  const [note, setNote] = useState('');
  const submit = async () => {
    const kept = await commands.run(() => actions.correct({ postId: draft.postId, note }), {
      text: words.corrected,
      isLive: true,
    });
    if (kept) setNote('');
  };
  return (
    <form
      className="grid justify-items-start gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={words.correctionNote} className="w-full">
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            maxLength={5000}
            value={note}
            lang={draft.language}
            placeholder={words.correctionExample}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" disabled={commands.isBusy || !note.trim()}>
        {words.addCorrection}
      </Button>
    </form>
  );
}
