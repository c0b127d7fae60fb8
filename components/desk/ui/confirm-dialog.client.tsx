'use client';
import { useRef } from 'react';
import { Button } from './button';
import { useDeskWords } from './desk-words.client';
import { Dialog, DialogActions, DialogHeading } from './dialog.client';

interface Props {
  question: string;
  /** The word on the button that does it. */
  yes: string;
  onYes: () => void;
  /** Called when it has closed, whatever was chosen. */
  onClose: () => void;
}

/** Asks before something that cannot be undone. The focus is on the button that does nothing. */
export function ConfirmDialog({ question, yes, onYes, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const words = useDeskWords().common;
  const close = () => dialog.current?.close();
  const confirm = () => {
    onYes();
    close();
  };
  return (
    <Dialog ref={dialog} onClose={onClose}>
      <DialogHeading>{question}</DialogHeading>
      <DialogActions className="mt-5 justify-end">
        <Button onClick={close}>{words.cancel}</Button>
        <Button tone="grave" onClick={confirm}>
          {yes}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
