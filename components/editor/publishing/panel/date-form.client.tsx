'use client';
import { useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Field, hintStyle, Input } from '@/components/desk/ui/field';
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
      className="grid justify-items-start gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (publishedAt === null) return;
        const work = () => actions.date({ postId: draft.postId, publishedAt });
        void commands.run(work, { text: words.dateSet });
      }}
    >
      <Field label={fill(words.firstPublished, { zone: timeZone })} className="w-full">
        {(control) => (
          <Input
            {...control}
            type="datetime-local"
            value={local}
            onChange={(event) => setLocal(event.target.value)}
          />
        )}
      </Field>
      <p className={hintStyle}>{words.firstPublishedHint}</p>
      <Button type="submit" disabled={commands.isBusy || publishedAt === null}>
        {words.setDate}
      </Button>
    </form>
  );
}
