'use client';
import { lazy, Suspense, useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { hintStyle } from '@/components/desk/ui/field';
import { Spinner } from '@/components/desk/ui/spinner';
import type { PanelProps } from '@/components/editor/ground/panel-types';
import { Section } from '@/components/editor/ground/section';

const HistoryDialog = lazy(() =>
  import('./history-dialog.client').then((module) => ({ default: module.HistoryDialog })),
);

/** Renders the panel section that opens the history of a post. */
export function HistorySection(props: PanelProps) {
  const words = useDeskWords().history;
  const [isOpen, setOpen] = useState(false);
  return (
    <Section title={words.history} isOpen={false}>
      <p className={hintStyle}>{words.historyHint}</p>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.openHistory}
      </Button>
      {isOpen && (
        <Suspense fallback={<Spinner>{words.loading}</Spinner>}>
          <HistoryDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </Section>
  );
}
