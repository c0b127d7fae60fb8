'use client';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Dialog, DialogActions, DialogHeading } from '@/components/desk/ui/dialog.client';
import { usePlaces } from '@/components/editor/ground/places.client';
import type { Place } from '@/lib/posts/checklist/findings';
import { Checklist } from './checklist.client';
import { goToPlace } from './go-to-place';
import { PublishForm } from './publish-form.client';
import {
  firstChoice,
  isComplete,
  publishDone,
  publishLabel,
  publishWork,
  stillOffered,
} from './publish-modes';
import type { PublishProps } from './publish-types';
import { useChecklist } from './use-checklist';

type PublishDialogProps = PublishProps & {
  /** Closes the dialog and returns the focus to the button that opened it. */
  onClose: () => void;
  /** Closes the dialog when a place in the text takes the focus. */
  onLeave: () => void;
};

/** Shows what to fix or review before publishing, and how the text will be published. */
export function PublishDialog(props: PublishDialogProps) {
  const { draft, writing, commands, actions, timeZone, onClose, onLeave } = props;
  const words = useDeskWords().publishing;
  const dialog = useRef<HTMLDialogElement>(null);
  const isLeaving = useRef(false);
  const places = usePlaces();
  const checklist = useChecklist(props);
  const { choice, setChoice, trouble, setTried } = useChoice(props);
  const isReady = !checklist.isHeldBack && isComplete(choice, timeZone);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReady || commands.isBusy) return;
    setTried(true);
    const work = publishWork(actions, draft.postId, choice, timeZone);
    if (await commands.run(work, publishDone(choice.way, words, draft.status))) onClose();
  };
  const show = (place: Place) => {
    isLeaving.current = true;
    dialog.current?.close();
    onLeave();
    goToPlace(place, writing.editor, places, props.panelButton.current);
  };
  return (
    // Always as high: the buttons stay where they are, whatever the checks find.
    <Dialog
      ref={dialog}
      size="medium"
      isBare
      className="h-[min(40rem,calc(100dvh-2rem))]"
      onClose={() => !isLeaving.current && onClose()}
    >
      <form className="flex min-h-full flex-col p-5" onSubmit={(event) => void submit(event)}>
        <DialogHeading>{words.before}</DialogHeading>
        <Checklist checklist={checklist} language={draft.language} onShow={show} />
        <PublishForm draft={draft} timeZone={timeZone} choice={choice} onChoice={setChoice} />
        <p className="text-accent not-empty:pt-3" role="alert">
          {trouble}
        </p>
        <DialogActions className="border-rule bg-paper sticky bottom-0 -mx-5 mt-auto -mb-5 justify-end border-t px-5 py-3">
          <Button kind="plain" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" kind="main" disabled={!isReady || commands.isBusy}>
            {publishLabel(choice.way, words, draft.status)}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** The author's choice, and why it was refused. */
function useChoice({ draft, timeZone, commands }: PublishProps) {
  const [chosen, setChoice] = useState(() => firstChoice(draft, timeZone));
  const [hasTried, setTried] = useState(false);
  // The time was changed elsewhere: after the refusal that says so, the next attempt begins with the present one.
  if (hasTried && !commands.isBusy && chosen.from !== draft.scheduledAt)
    setChoice({ ...firstChoice(draft, timeZone), way: chosen.way, note: chosen.note });
  const trouble = hasTried && commands.notice?.isTrouble ? commands.notice.text : '';
  return { choice: stillOffered(chosen, draft.status), setChoice, trouble, setTried };
}
