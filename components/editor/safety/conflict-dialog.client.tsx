'use client';
import { useEffect, useRef } from 'react';

interface ConflictDialogProps {
  onLoadTheirs: () => void;
  onKeepMine: () => void;
}

/** Asks which of two texts goes on; the other one is put aside, and can be brought back. */
export function ConflictDialog({ onLoadTheirs, onKeepMine }: ConflictDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="ed-dialog"
      aria-labelledby="conflict-heading"
      onCancel={(event) => event.preventDefault()}
    >
      <h2 id="conflict-heading">This post was changed elsewhere</h2>
      <p>
        Somebody, perhaps you in another tab, saved another text since you opened this one. Choose the text to
        go on with. The other is put aside in this browser: you find it under “Texts put aside”.
      </p>
      <div className="ed-row">
        <button type="button" className="ed-button" onClick={onKeepMine}>
          Keep mine
        </button>
        <button type="button" className="ed-quiet" onClick={onLoadTheirs}>
          Load theirs
        </button>
      </div>
    </dialog>
  );
}
