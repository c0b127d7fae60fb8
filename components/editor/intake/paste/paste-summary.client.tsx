'use client';
import type { Editor } from '@tiptap/react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { IconButton } from '@/components/desk/ui/icon-button';
import { inText } from '@/components/editor/ground/in-text';
import { fill } from '@/lib/language/fill';
import { summarised } from './summary-items';
import type { LastPaste } from './use-pasting';

interface PasteSummaryProps {
  editor: Editor;
  last: LastPaste;
  onClose: () => void;
}

/** Shows what the last paste kept and left out, expanded on demand, and offers to paste as plain text instead. */
export function PasteSummary({ editor, last, onClose }: PasteSummaryProps) {
  const { paste: words } = useDeskWords();
  const { source, kept, removed, missed } = summarised(last, words);
  const asText = () => {
    inText(editor).undo().run();
    editor.storage.pasteFromElsewhere.paste({ ...last.contents, html: '', isAsText: true });
  };
  return (
    <aside
      className="border-rule bg-paper text-small shadow-menu fixed bottom-[calc(1rem+env(safe-area-inset-bottom))] left-4 z-15 max-h-[60dvh] w-[min(26rem,calc(100vw-2rem))] overflow-auto rounded-xl border py-1.5 pr-12 pl-3.5"
      aria-label={words.summary}
    >
      <details hidden={last.report.excess === 'text'}>
        <summary className="min-h-9 cursor-pointer py-1.75">
          <span role="status">{fill(words.pastedFrom, { source })}</span>
        </summary>
        <dl className="mt-1 mb-3 grid grid-cols-[auto_1fr] gap-x-3.5 gap-y-1">
          <dt className="text-soft">{words.kept}</dt>
          <dd>{kept || words.onlyWords}</dd>
          <dt className="text-soft">{words.leftOut}</dt>
          <dd>{removed || words.nothing}</dd>
        </dl>
        <div className="mb-2 flex flex-wrap items-center gap-2">
          <Button
            onClick={() => {
              inText(editor).undo().run();
              onClose();
            }}
          >
            {words.undo}
          </Button>
          {!last.contents.isAsText && last.contents.text.trim() && (
            <Button onClick={asText}>{words.asText}</Button>
          )}
        </div>
      </details>
      {missed && (
        <p className="text-accent mb-2" role="status">
          {missed}
        </p>
      )}
      <IconButton className="absolute top-1 right-1" label={words.close} onClick={onClose}>
        ×
      </IconButton>
    </aside>
  );
}
