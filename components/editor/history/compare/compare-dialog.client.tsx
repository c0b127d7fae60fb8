'use client';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import type { CompareDialogProps } from '@/components/editor/ground/compare-types';

/** Loaded on first use: no author waits for it. */
const CompareView = lazy(() =>
  import('./compare-view.client').then((module) => ({ default: module.CompareView })),
);

/** Compares two texts in a dialog over the editor. */
export function CompareDialog({ heading, onClose, ...compared }: CompareDialogProps) {
  const words = useDeskWords().history;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="ed-dialog ed-dialog-full"
      aria-labelledby="compare-heading"
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="compare-heading">{heading}</h2>
        {onClose && <Button onClick={onClose}>{words.close}</Button>}
      </div>
      <Suspense fallback={<p role="status">{words.loading}</p>}>
        <CompareView {...compared} around={dialog} />
      </Suspense>
    </dialog>
  );
}
