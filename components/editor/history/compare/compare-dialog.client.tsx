'use client';
import { lazy, Suspense, useRef } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Dialog, DialogHead, DialogHeading } from '@/components/desk/ui/dialog.client';
import { Spinner } from '@/components/desk/ui/spinner';
import type { CompareDialogProps } from '@/components/editor/ground/compare-types';

/** Loaded on first use: no author waits for it. */
const CompareView = lazy(() =>
  import('./compare-view.client').then((module) => ({ default: module.CompareView })),
);

/** Compares two texts in a dialog over the editor. */
export function CompareDialog({ heading, onClose, ...compared }: CompareDialogProps) {
  const words = useDeskWords().history;
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <Dialog ref={dialog} size="full" isRequired={!onClose} onClose={onClose}>
      {onClose ? (
        <DialogHead close={words.close}>{heading}</DialogHead>
      ) : (
        <DialogHeading className="px-4 py-3">{heading}</DialogHeading>
      )}
      <Suspense fallback={<Spinner className="px-4">{words.loading}</Spinner>}>
        <CompareView {...compared} around={dialog} />
      </Suspense>
    </Dialog>
  );
}
