'use client';
import { useState } from 'react';
import { zonedInstant, zonedLocal } from '@/lib/settings/zoned-time';
import type { PanelProps } from './panel-types';

/** Sets when a post first appeared, for one that was published elsewhere or on a former site. */
export function DateForm({ draft, actions, commands, timeZone }: PanelProps) {
  const [local, setLocal] = useState(() =>
    draft.publishedAt ? zonedLocal(draft.publishedAt, timeZone) : '',
  );
  const publishedAt = zonedInstant(local, timeZone);
  return (
    <form
      className="ed-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (publishedAt === null) return;
        const work = () => actions.date({ postId: draft.postId, publishedAt });
        void commands.run(work, { text: 'The date is set' });
      }}
    >
      <label className="ed-field">
        <span>First published ({timeZone})</span>
        <input
          type="datetime-local"
          className="ed-input"
          value={local}
          onChange={(event) => setLocal(event.target.value)}
        />
      </label>
      <p className="ed-hint">
        Only for a piece that appeared earlier. Otherwise it is the moment you publish.
      </p>
      <button type="submit" className="ed-quiet" disabled={commands.isBusy || publishedAt === null}>
        Set the date
      </button>
    </form>
  );
}
