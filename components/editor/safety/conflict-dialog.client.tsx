'use client';
import { useEffect, useRef } from 'react';
import { useDeskWords } from '@/components/ui/desk-words.client';

interface ConflictDialogProps {
  onLoadTheirs: () => void;
  onKeepMine: () => void;
}

/** Asks which of two texts goes on; the other one is put aside, and can be brought back. */
export function ConflictDialog({ onLoadTheirs, onKeepMine }: ConflictDialogProps) {
  const words = useDeskWords().saving;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="ed-dialog"
      aria-labelledby="conflict-heading"
      onCancel={(event) => event.preventDefault()}
    >
      <h2 id="conflict-heading">{words.conflictHeading}</h2>
      <p>{words.conflictText}</p>
      <div className="ed-row">
        <button type="button" className="ed-button" onClick={onKeepMine}>
          {words.keepMine}
        </button>
        <button type="button" className="ed-quiet" onClick={onLoadTheirs}>
          {words.loadTheirs}
        </button>
      </div>
    </dialog>
  );
}
