'use client';
import type { Editor } from '@tiptap/react';
import type { PostActions } from '@/components/editor/ground/editor-types';
import { Lazy } from '@/components/editor/ground/lazy.client';
import type { LanguageCode } from '@/lib/language/languages';
import { loadPasteSummary, loadPicturePicker, loadSnippetDialog } from './lazy-parts';
import { isNoteworthy } from './paste/summary-items';
import type { usePasting } from './paste/use-pasting';
import { Incoming } from './pictures/incoming.client';
import { insertPictures } from './pictures/insert-pictures';
import type { OpenSnippets } from './snippets/use-snippets';

interface IntakeProps {
  editor: Editor | null;
  pasting: ReturnType<typeof usePasting>;
  isPicking: boolean;
  /** Closes the picture picker. */
  onClosePicker: () => void;
  snippets: OpenSnippets;
  keepSnippet: PostActions['keepSnippet'];
  /** The language of the text. */
  language: LanguageCode;
}

/** Renders what brings content into the text: uploads, the summary of a paste, the picture picker and snippets. */
export function Intake(props: IntakeProps) {
  const { editor, pasting, isPicking, onClosePicker, snippets, keepSnippet, language } = props;
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
      {snippets.opened && <Lazy load={loadSnippetDialog} props={{ snippets, language, keep: keepSnippet }} />}
    </>
  );
}
