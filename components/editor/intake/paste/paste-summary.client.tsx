'use client';
import type { Editor } from '@tiptap/react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
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
    <aside className="paste-summary" aria-label={words.summary}>
      <details>
        <summary>
          <span role="status">{fill(words.pastedFrom, { source })}</span>
        </summary>
        <dl>
          <dt>{words.kept}</dt>
          <dd>{kept || words.onlyWords}</dd>
          <dt>{words.leftOut}</dt>
          <dd>{removed || words.nothing}</dd>
        </dl>
        <div className="flex flex-wrap items-center gap-2">
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
      {missed && <p role="status">{missed}</p>}
      <button type="button" className="paste-summary-close" aria-label={words.close} onClick={onClose}>
        ×
      </button>
    </aside>
  );
}
