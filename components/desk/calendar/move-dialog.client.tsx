'use client';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { type ChosenTime, chosenInstant } from '@/components/desk/ui/chosen-time';
import { useDeskMoment, useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Dialog, DialogActions, DialogHeading } from '@/components/desk/ui/dialog.client';
import { hintStyle } from '@/components/desk/ui/field';
import { TimeField } from '@/components/desk/ui/time-field.client';
import { fill } from '@/lib/language/fill';
import type { CalendarPost } from './calendar-types';
import type { useMoves } from './use-moves';

interface Props {
  post: CalendarPost;
  /** The time that is proposed. */
  first: ChosenTime;
  timeZone: string;
  moves: ReturnType<typeof useMoves>;
  onClose: () => void;
}

/** Asks for the new time of a scheduled post. */
export function MoveDialog({ post, first, timeZone, moves, onClose }: Props) {
  const { common, posts: words } = useDeskWords();
  const moment = useDeskMoment();
  const dialog = useRef<HTMLDialogElement>(null);
  const [time, setTime] = useState(first);
  const { id: postId, movableAt: from } = post;
  const at = chosenInstant(time, timeZone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (from !== null && at !== null) moves.move({ postId, from, at }, onClose);
  };
  return (
    <Dialog ref={dialog} onClose={onClose}>
      {/* The server refuses a time that has passed in the language of the person; browsers do so in their own. */}
      <form noValidate onSubmit={submit}>
        <DialogHeading>{fill(words.moveTitle, { headline: post.headline })}</DialogHeading>
        {from !== null && (
          <p className={`mt-1 mb-4 ${hintStyle}`}>{fill(words.movesFrom, { date: moment(from) })}</p>
        )}
        <TimeField timeZone={timeZone} time={time} onTime={setTime} />
        <p className="text-accent not-empty:mt-3" role="alert">
          {moves.moved?.isTrouble && moves.moved.text}
        </p>
        <DialogActions className="mt-5 justify-end">
          <Button kind="plain" onClick={() => dialog.current?.close()}>
            {common.cancel}
          </Button>
          <Button type="submit" kind="main" disabled={at === null} isBusy={moves.isPending}>
            {words.move}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
