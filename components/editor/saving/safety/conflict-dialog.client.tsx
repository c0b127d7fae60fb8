'use client';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import type { CompareProps, LoadCompare } from '@/components/editor/ground/compare-types';
import { Lazy } from '@/components/editor/ground/lazy.client';
import type { Writing } from '@/lib/posts/types';

interface ConflictDialogProps extends Pick<CompareProps, 'language' | 'topics' | 'media'> {
  /** Returns the open text; it cannot change while the dialog is open. */
  read: () => Writing;
  theirs: Writing;
  loadCompare: LoadCompare;
  onLoadTheirs: () => void;
  onKeepMine: () => void;
  /** Receives a text merged from both, block by block. */
  onMerge: (writing: Writing) => void;
}

/** Asks which of two texts to keep, or for a merge of both. The other text is set aside and can be restored. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { read, theirs, loadCompare, onLoadTheirs, onKeepMine, onMerge, ...shown } = props;
  const words = useDeskWords().saving;
  const dialog = useRef<HTMLDialogElement>(null);
  const [mine] = useState(read);
  const [isComparing, setComparing] = useState(false);
  useEffect(() => {
    if (!isComparing) dialog.current?.showModal();
  }, [isComparing]);
  if (isComparing)
    return (
      <Lazy
        load={loadCompare}
        props={{
          heading: words.conflictHeading,
          left: { writing: mine, label: words.mine, who: '', at: null },
          right: { writing: theirs, label: words.theirs, who: '', at: null },
          ...shown,
          onClose: () => setComparing(false),
          onTake: onMerge,
        }}
      />
    );
  return (
    <dialog
      ref={dialog}
      className="ed-dialog"
      aria-labelledby="conflict-heading"
      onCancel={(event) => event.preventDefault()}
    >
      <h2 id="conflict-heading">{words.conflictHeading}</h2>
      <p>{words.conflictText}</p>
      <div className="flex flex-wrap items-center gap-2">
        <Button kind="main" onClick={() => setComparing(true)}>
          {words.copyCompare}
        </Button>
        <Button onClick={onKeepMine}>{words.keepMine}</Button>
        <Button onClick={onLoadTheirs}>{words.loadTheirs}</Button>
      </div>
    </dialog>
  );
}
