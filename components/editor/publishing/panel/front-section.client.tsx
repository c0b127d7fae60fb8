'use client';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskMoment, useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Field, hintStyle, Input } from '@/components/desk/ui/field';
import type { PanelProps } from '@/components/editor/ground/panel-types';
import { fill } from '@/lib/language/fill';
import { zonedInstant, zonedLocal } from '@/lib/settings/zoned-time';
import { isListed } from '@/lib/visibility';

/** Gives the post a special place on the front page, which takes effect immediately. */
export function FrontPlaceOfPost(props: PanelProps) {
  const { draft } = props;
  const words = useDeskWords().panel;
  const sentence = usePlaceSentence(props);
  if (!isListed(draft.status) && draft.frontPlace === null) {
    return <p className={hintStyle}>{words.frontOnlyListed}</p>;
  }
  return (
    <>
      <p>{sentence}</p>
      {draft.frontPlace !== null && <LeaveButton {...props} />}
      {isListed(draft.status) && <PinForm {...props} />}
      {isListed(draft.status) && draft.frontPlace !== 'picked' && <PickButton {...props} />}
    </>
  );
}

function usePlaceSentence({ draft: { frontPlace, frontUntil }, timeZone }: PanelProps): string {
  const words = useDeskWords().panel;
  const moment = useDeskMoment();
  if (frontPlace === null) return words.frontNormal;
  if (frontPlace === 'picked') return words.frontPicked;
  if (frontUntil === null) return words.frontPinned;
  return fill(words.frontPinnedUntil, { date: moment(frontUntil), zone: timeZone });
}

function LeaveButton({ draft: { postId, frontPlace }, actions, commands }: PanelProps) {
  const words = useDeskWords().panel;
  return (
    <Button
      disabled={commands.isBusy}
      onClick={() => void commands.run(() => actions.leaveFrontPlace({ postId }), { text: words.unplaced })}
    >
      {frontPlace === 'pinned' ? words.unpin : words.unpick}
    </Button>
  );
}

function PinForm({ draft, actions, commands, timeZone }: PanelProps) {
  const words = useDeskWords().panel;
  const [local, setLocal] = useState(() =>
    draft.frontUntil === null ? '' : zonedLocal(draft.frontUntil, timeZone),
  );
  const pin = (event: FormEvent) => {
    event.preventDefault();
    const until = zonedInstant(local, timeZone);
    void commands.run(() => actions.pin({ postId: draft.postId, until }), { text: words.pinned });
  };
  return (
    <form className="grid justify-items-start gap-3" onSubmit={pin}>
      <Field label={fill(words.pinUntil, { zone: timeZone })} className="w-full">
        {(control) => (
          <Input
            {...control}
            type="datetime-local"
            value={local}
            onChange={(event) => setLocal(event.target.value)}
          />
        )}
      </Field>
      <p className={hintStyle}>{words.pinUntilHint}</p>
      <Button type="submit" disabled={commands.isBusy}>
        {draft.frontPlace === 'pinned' ? words.repin : words.pin}
      </Button>
    </form>
  );
}

function PickButton({ draft: { postId }, actions, commands }: PanelProps) {
  const words = useDeskWords().panel;
  return (
    <div className="grid justify-items-start gap-3">
      <Button
        disabled={commands.isBusy}
        onClick={() => void commands.run(() => actions.pick({ postId }), { text: words.picked })}
      >
        {words.pick}
      </Button>
      <p className={hintStyle}>{words.pickHint}</p>
    </div>
  );
}
