'use client';
import { useEffect, useRef } from 'react';
import { useDeskWords } from '@/components/ui/desk-words.client';
import { CompareView } from '../compare/compare-view.client';
import type { PanelProps } from '../panel/panel-types';
import './history.css';
import { HistoryList } from './history-list.client';
import { KeepForm } from './keep-form.client';
import { useHistoryOf } from './use-history-of';

interface HistoryDialogProps extends PanelProps {
  onClose: () => void;
}

/** The earlier texts of a post: two of them compared, and the way back to one. */
export function HistoryDialog(props: HistoryDialogProps) {
  const { draft, topics, onClose } = props;
  const words = useDeskWords().history;
  const history = useHistoryOf(props);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { chosen, compared } = history;
  return (
    <dialog
      ref={dialog}
      className="ed-dialog ed-dialog-full history"
      aria-labelledby="history-heading"
      onClose={onClose}
    >
      <div className="ed-row ed-spread">
        <h2 id="history-heading">{words.history}</h2>
        <button type="button" className="ed-quiet" onClick={() => dialog.current?.close()}>
          {words.close}
        </button>
      </div>
      {history.trouble && (
        <p className="ed-note" role="alert">
          {history.trouble}
        </p>
      )}
      <div className="history-columns">
        <div className="history-side">
          <KeepForm onKeep={history.keep} isBusy={history.isBusy} />
          <HistoryList history={history} />
        </div>
        <div className="history-main">
          {chosen && (
            <div className="ed-row history-deed">
              <button
                type="button"
                className="ed-button"
                disabled={history.isBusy}
                onClick={() => void history.restore(chosen)}
              >
                {words.restore}
              </button>
              <p className="ed-hint">{words.restoreHint}</p>
            </div>
          )}
          {compared ? (
            <CompareView
              key={compared.key}
              left={compared.left}
              right={compared.right}
              language={draft.language}
              topics={topics}
              media={compared.media}
            />
          ) : (
            <p className="history-empty ed-hint">{history.isEmpty ? words.historyEmpty : words.chooseText}</p>
          )}
        </div>
      </div>
    </dialog>
  );
}
