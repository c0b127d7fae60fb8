'use client';
import { useState } from 'react';
import { zonedInstant, zonedLocal } from '@/lib/settings/zoned-time';
import type { PanelProps } from './panel-types';

/** Sets when readers get the post, in the time zone of the site. */
export function ScheduleForm({ draft, actions, commands, timeZone }: PanelProps) {
  const [local, setLocal] = useState(() =>
    draft.scheduledAt ? zonedLocal(draft.scheduledAt, timeZone) : '',
  );
  const at = zonedInstant(local, timeZone);
  const submit = () => {
    if (at === null) return;
    void commands.run((draftVersion) => actions.schedule({ postId: draft.postId, draftVersion, at }), {
      text: 'Scheduled',
    });
  };
  return (
    <form
      className="ed-stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label className="ed-field">
        <span>Date and time ({timeZone})</span>
        <input
          type="datetime-local"
          className="ed-input"
          value={local}
          onChange={(event) => setLocal(event.target.value)}
        />
      </label>
      <button type="submit" className="ed-quiet" disabled={commands.isBusy || at === null}>
        {draft.status === 'scheduled' ? 'Schedule this text' : 'Schedule'}
      </button>
    </form>
  );
}
