'use client';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { hintStyle } from '@/components/desk/ui/field';
import type { PanelProps } from '@/components/editor/ground/panel-types';
import { CompareView } from './compare/compare-view.client';
import './history.css';
import { HistoryList } from './history-list.client';
import { KeepForm } from './keep-form.client';
import { keyOf, useHistoryOf } from './use-history-of';

/** As in history.css; on narrower screens the comparison is below the list. */
const SIDE_BY_SIDE = '(min-width: 60rem)';

interface HistoryDialogProps extends PanelProps {
  onClose: () => void;
}

/** Shows the earlier texts of a post, compares two of them and restores one. */
export function HistoryDialog(props: HistoryDialogProps) {
  const { draft, topics, onClose } = props;
  const words = useDeskWords().history;
  const history = useHistoryOf(props);
  const dialog = useRef<HTMLDialogElement>(null);
  const nameField = useRef<HTMLInputElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { chosen, compared } = history;
  const main = useRef<HTMLDivElement>(null);
  const comparedKey = compared?.key;
  useEffect(() => {
    if (comparedKey && !window.matchMedia(SIDE_BY_SIDE).matches) main.current?.scrollIntoView();
  }, [comparedKey]);
  return (
    <dialog
      ref={dialog}
      className="ed-dialog ed-dialog-full history"
      aria-labelledby="history-heading"
      onClose={onClose}
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="history-heading">{words.history}</h2>
        <Button onClick={() => dialog.current?.close()}>{words.close}</Button>
      </div>
      {history.trouble && (
        <p className="bg-wash px-4 py-2" role="alert">
          {history.trouble}
        </p>
      )}
      {history.notice && (
        <p className="bg-wash px-4 py-2" role={history.notice.isTrouble ? 'alert' : 'status'}>
          {history.notice.text}
        </p>
      )}
      <div className="history-columns">
        <div className="history-side">
          <KeepForm label={words.nameOfText} onKeep={history.keep} isBusy={history.isBusy} />
          <HistoryList history={history} onName={() => nameField.current?.focus()} />
        </div>
        <div ref={main} className="history-main">
          {chosen && (
            <div className="ed-row history-action">
              <Button kind="main" disabled={history.isBusy} onClick={() => void history.restore(chosen)}>
                {words.restore}
              </Button>
              <p className={hintStyle}>{words.restoreHint}</p>
            </div>
          )}
          {chosen?.kind === 'restorePoint' && (
            <div className="history-action">
              <KeepForm
                key={keyOf(chosen)}
                label={words.nameOfEarlier}
                name={chosen.name ?? ''}
                hint={words.nameOfEarlierHint}
                field={nameField}
                onKeep={(name) => history.name(chosen, name)}
                isBusy={history.isBusy}
              />
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
              around={dialog}
            />
          ) : (
            <p className="history-empty ed-hint">{history.isEmpty ? words.historyEmpty : words.chooseText}</p>
          )}
        </div>
      </div>
    </dialog>
  );
}
