'use client';
import { type RefObject, useEffect, useRef } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Dialog, DialogHead } from '@/components/desk/ui/dialog.client';
import { hintStyle } from '@/components/desk/ui/field';
import type { PanelProps } from '@/components/editor/ground/panel-types';
import { CompareView } from './compare/compare-view.client';
import { HistoryList } from './history-list.client';
import { KeepForm } from './keep-form.client';
import { keyOf, useHistoryOf } from './use-history-of';

/** The breakpoint `lg`; on narrower screens the comparison is below the list. */
const SIDE_BY_SIDE = '(min-width: 60rem)';

interface HistoryDialogProps extends PanelProps {
  onClose: () => void;
}

type History = ReturnType<typeof useHistoryOf>;

/** Shows the earlier texts of a post, compares two of them and restores one. */
export function HistoryDialog(props: HistoryDialogProps) {
  const words = useDeskWords().history;
  const history = useHistoryOf(props);
  const dialog = useRef<HTMLDialogElement>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const main = useRef<HTMLDivElement>(null);
  const comparedKey = history.compared?.key;
  useEffect(() => {
    if (comparedKey && !window.matchMedia(SIDE_BY_SIDE).matches) main.current?.scrollIntoView();
  }, [comparedKey]);
  return (
    // A comparison needs more room than other dialogs of this size have: hence the two important widths.
    <Dialog
      ref={dialog}
      size="full"
      className="lg:w-[calc(100vw-3rem)]! lg:max-w-[96rem]!"
      onClose={props.onClose}
    >
      <DialogHead close={words.close}>{words.history}</DialogHead>
      <HistoryNotices history={history} />
      <div className="border-rule grid grid-cols-[minmax(0,1fr)] border-t lg:min-h-[calc(100%-4rem)] lg:grid-cols-[19rem_minmax(0,1fr)]">
        <div className="border-rule grid content-start gap-3 px-4 py-3 max-lg:border-b lg:sticky lg:top-0 lg:max-h-[calc(100dvh-3rem)] lg:self-start">
          <KeepForm label={words.nameOfText} onKeep={history.keep} isBusy={history.isBusy} />
          <HistoryList history={history} onName={() => nameField.current?.focus()} />
        </div>
        <div ref={main} className="border-rule scroll-mt-2 lg:min-h-full lg:border-l">
          <ChosenText history={history} nameField={nameField} />
          <Comparison {...props} history={history} dialog={dialog} />
        </div>
      </div>
    </Dialog>
  );
}

function HistoryNotices({ history: { trouble, notice } }: { history: History }) {
  return (
    <>
      {trouble && (
        <p className="bg-wash px-4 py-2" role="alert">
          {trouble}
        </p>
      )}
      {notice && (
        <p className="bg-wash px-4 py-2" role={notice.isTrouble ? 'alert' : 'status'}>
          {notice.text}
        </p>
      )}
    </>
  );
}

/** Offers what can be done with the chosen text: to restore it, and to name it. */
function ChosenText({
  history,
  nameField,
}: {
  history: History;
  nameField: RefObject<HTMLInputElement | null>;
}) {
  const words = useDeskWords().history;
  const { chosen, isBusy } = history;
  if (!chosen) return null;
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 px-4 pt-3 pb-2">
        <Button kind="main" disabled={isBusy} onClick={() => void history.restore(chosen)}>
          {words.restore}
        </Button>
        <p className={`flex-[1_1_20rem] ${hintStyle}`}>{words.restoreHint}</p>
      </div>
      {chosen.kind === 'restorePoint' && (
        <div className="px-4 pt-3 pb-2">
          <KeepForm
            key={keyOf(chosen)}
            label={words.nameOfEarlier}
            name={chosen.name ?? ''}
            hint={words.nameOfEarlierHint}
            field={nameField}
            onKeep={(name) => history.name(chosen, name)}
            isBusy={isBusy}
          />
        </div>
      )}
    </>
  );
}

interface ComparisonProps extends Pick<PanelProps, 'draft' | 'topics'> {
  history: History;
  dialog: RefObject<HTMLDialogElement | null>;
}

function Comparison({ history: { compared, isEmpty }, draft, topics, dialog }: ComparisonProps) {
  const words = useDeskWords().history;
  if (!compared)
    return (
      <p className={`px-4 py-8 text-center ${hintStyle}`}>
        {isEmpty ? words.historyEmpty : words.chooseText}
      </p>
    );
  return (
    <CompareView
      key={compared.key}
      left={compared.left}
      right={compared.right}
      language={draft.language}
      topics={topics}
      media={compared.media}
      around={dialog}
    />
  );
}
