'use client';
import { useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
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
      className="ed-stack"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <label className="ed-field">
        <span>{words.correctionNote}</span>
        <textarea
          className="ed-input"
          rows={2}
          maxLength={5000}
          value={note}
          lang={draft.language}
          placeholder={words.correctionExample}
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
      <button type="submit" className="ed-quiet" disabled={commands.isBusy || !note.trim()}>
        {words.addCorrection}
      </button>
    </form>
  );
}
