'use client';
import { useState } from 'react';
import { Confirmed } from './confirmed.client';
import { DateForm } from './date-form.client';
import type { PanelProps } from './panel-types';
import { ScheduleForm } from './schedule-form.client';
import { Section } from './section';

/** Where the post stands with readers, and the ways to change that. */
export function StatusSection(props: PanelProps) {
  const { draft, actions, commands } = props;
  const { postId, status } = draft;
  return (
    <Section title="Status">
      <p>{statusSentence(props)}</p>
      {status === 'published' && draft.hasUnpublishedChanges && (
        <p className="ed-hint">Readers do not see the last changes yet.</p>
      )}
      {status !== 'published' && <ScheduleForm {...props} />}
      {status !== 'scheduled' && <DateForm {...props} />}
      {status === 'scheduled' && (
        <button
          type="button"
          className="ed-quiet"
          disabled={commands.isBusy}
          onClick={() =>
            void commands.run(() => actions.unschedule({ postId }), { text: 'Not scheduled any more' })
          }
        >
          Cancel the schedule
        </button>
      )}
      {status === 'published' && (
        <>
          <CorrectionForm {...props} />
          <Confirmed
            label="Withdraw from readers"
            question="Readers will find that this post was withdrawn. You can bring it back."
            isBusy={commands.isBusy}
            onConfirm={() => void commands.run(() => actions.withdraw({ postId }), { text: 'Withdrawn' })}
          />
        </>
      )}
    </Section>
  );
}

function statusSentence({ draft, timeZone }: PanelProps): string {
  const at = (instant: number | null) =>
    instant === null
      ? ''
      : new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(instant);
  switch (draft.status) {
    case 'draft':
      return 'A draft: only authors see it.';
    case 'scheduled':
      return `Goes out on ${at(draft.scheduledAt)} (${timeZone}), as it was when you scheduled it.`;
    case 'published':
      return `Before readers since ${at(draft.publishedAt)}.`;
    case 'unlisted':
      return 'Unlisted: only readers who know its address find it.';
    case 'withdrawn':
      return 'Withdrawn: readers no longer see it.';
    case 'binned':
      return 'In the bin: readers do not see it.';
  }
}

function CorrectionForm({ draft, actions, commands }: PanelProps) {
  const [note, setNote] = useState('');
  const submit = async () => {
    const kept = await commands.run(() => actions.correct({ postId: draft.postId, note }), {
      text: 'The correction is public',
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
        <span>Correction note</span>
        <textarea
          className="ed-input"
          rows={2}
          maxLength={5000}
          value={note}
          placeholder="What was wrong, and what is right"
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
      <button type="submit" className="ed-quiet" disabled={commands.isBusy || !note.trim()}>
        Add correction
      </button>
    </form>
  );
}
