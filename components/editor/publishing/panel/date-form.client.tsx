'use client';
import { useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import type { PanelProps } from '@/components/editor/ground/panel-types';
import { fill } from '@/lib/language/fill';
import { zonedInstant, zonedLocal } from '@/lib/settings/zoned-time';

/** Sets the date of first publication, for a post that appeared elsewhere or on a former site. */
export function DateForm({ draft, actions, commands, timeZone }: PanelProps) {
  const words = useDeskWords().panel;
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
        void commands.run(work, { text: words.dateSet });
      }}
    >
      <label className="ed-field">
        <span>{fill(words.firstPublished, { zone: timeZone })}</span>
        <input
          type="datetime-local"
          className="ed-input"
          value={local}
          onChange={(event) => setLocal(event.target.value)}
        />
      </label>
      <p className="ed-hint">{words.firstPublishedHint}</p>
      <button type="submit" className="ed-quiet" disabled={commands.isBusy || publishedAt === null}>
        {words.setDate}
      </button>
    </form>
  );
}
