'use client';
import { lazy, Suspense, useRef, useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import type { PublishProps } from './publish-types';

/** Loaded on first use: no author waits for it while writing. */
const loadDialog = () => import('./publish-dialog.client');
const PublishDialog = lazy(() => loadDialog().then((module) => ({ default: module.PublishDialog })));

/** Renders the main button, which opens the publish dialog. */
export function PublishButton(props: PublishProps) {
  const words = useDeskWords().publishing;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { draft, commands, writing } = props;
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <Button
        ref={button}
        kind="main"
        className="compact:max-xs:px-2"
        aria-haspopup="dialog"
        disabled={commands.isBusy || !writing.editor || draft.status === 'binned'}
        onPointerEnter={() => void loadDialog()}
        onFocus={() => void loadDialog()}
        onClick={() => setOpen(true)}
      >
        {words[PUBLISH_LABEL[draft.status]]}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <PublishDialog {...props} onClose={close} onLeave={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

const PUBLISH_LABEL = {
  draft: 'publish',
  scheduled: 'updateSchedule',
  published: 'publishChanges',
  unlisted: 'publishChanges',
  withdrawn: 'publishAgain',
  binned: 'publishAgain',
} as const;
