'use client';
import type { Editor } from '@tiptap/react';
import { Lazy } from '@/components/editor/ground/lazy.client';
import { loadPasteSummary, loadPicturePicker } from './lazy-parts';
import { isNoteworthy } from './paste/summary-items';
import type { usePasting } from './paste/use-pasting';
import { Incoming } from './pictures/incoming.client';
import { insertPictures } from './pictures/insert-pictures';

interface IntakeProps {
  editor: Editor | null;
  pasting: ReturnType<typeof usePasting>;
  isPicking: boolean;
  /** Closes the picture picker. */
  onClosePicker: () => void;
}

/** Renders what brings content into the text: uploads, the summary of a paste and the picture picker. */
export function Intake({ editor, pasting, isPicking, onClosePicker }: IntakeProps) {
  const { incoming, last, forget } = pasting;
  return (
    <>
      <Incoming incoming={incoming} />
      {editor && last && isNoteworthy(last) && (
        <Lazy load={loadPasteSummary} props={{ editor, last, onClose: forget }} />
      )}
      {isPicking && (
        <Lazy
          load={loadPicturePicker}
          props={{
            onPick: (media) => {
              onClosePicker();
              if (editor) insertPictures(editor, media);
            },
            onFiles: (files) => {
              onClosePicker();
              incoming.takeFiles(files, undefined, true);
              // The dialog closes without returning the focus: one frame later the text has it.
              editor?.commands.focus();
            },
            onClose: onClosePicker,
          }}
        />
      )}
    </>
  );
}
