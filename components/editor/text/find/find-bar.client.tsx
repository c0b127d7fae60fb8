'use client';
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { fill } from '@/lib/language/fill';
import type { DeskStrings } from '@/lib/language/strings';
import { type Findable, isInField } from './use-find';
import { useFindBar } from './use-find-bar';

interface FindBarProps extends Findable {
  /** Counts the requests to open the bar, so that a further request returns the focus to its field. */
  asked: number;
  onClose: () => void;
}

/**
 * Renders find and replace for all written text. Ctrl-F within its field is left to the browser, whose own search
 * covers the rest of the page.
 */
export function FindBar({ editor, fields, change, asked, onClose }: FindBarProps) {
  const words = useDeskWords().find;
  const input = useRef<HTMLInputElement>(null);
  const bar = useFindBar({ editor, fields, change });
  // biome-ignore lint/correctness/useExhaustiveDependencies(asked): a further request returns the focus to the field.
  useEffect(() => input.current?.select(), [asked]);
  const close = () => {
    onClose();
    if (bar.current && !isInField(bar.current)) editor.commands.setTextSelection(bar.current);
    editor.view.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target === input.current && !event.nativeEvent.isComposing)
      bar.go(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a search landmark, whose element is missing from React's types.
    <div role="search" aria-label={words.name} className="find-bar" onKeyDown={onKeyDown}>
      <FindRow bar={bar} words={words} input={input} onClose={close} />
      <ReplaceRow bar={bar} words={words} />
      <div className="find-row">
        <Check
          label={words.matchCase}
          isChecked={bar.choices.isCaseKept}
          onChange={(isCaseKept) => bar.setChoices({ ...bar.choices, isCaseKept })}
        />
        <Check
          label={words.wholeWords}
          isChecked={bar.choices.isWholeWord}
          onChange={(isWholeWord) => bar.setChoices({ ...bar.choices, isWholeWord })}
        />
      </div>
    </div>
  );
}

interface RowProps {
  bar: ReturnType<typeof useFindBar>;
  words: DeskStrings['find'];
}

function FindRow({
  bar,
  words,
  input,
  onClose,
}: RowProps & { input: RefObject<HTMLInputElement | null>; onClose: () => void }) {
  const id = useId();
  return (
    <div className="find-row">
      <label htmlFor={id}>{words.find}</label>
      <input
        id={id}
        ref={input}
        className="ed-input"
        value={bar.wanted}
        title={words.again}
        onChange={(event) => bar.search(event.target.value)}
      />
      <p role="status" className="find-status">
        {statusOf(bar, words)}
      </p>
      <SignButton sign="↑" name={words.previous} onClick={() => bar.go(-1)} />
      <SignButton sign="↓" name={words.next} onClick={() => bar.go(1)} />
      <SignButton sign="×" name={words.close} onClick={onClose} />
    </div>
  );
}

function statusOf({ replacedCount, wanted, current, at, count }: RowProps['bar'], words: RowProps['words']) {
  if (replacedCount !== null) return fill(words.replaced, { count: String(replacedCount) });
  if (!wanted) return '';
  if (!current) return words.none;
  const place = fill(words.count, { at: String(at + 1), count: String(count) });
  return isInField(current) ? `${place} · ${words[current.field]}` : place;
}

function ReplaceRow({ bar, words }: RowProps) {
  const id = useId();
  const [by, setBy] = useState('');
  return (
    <div className="find-row">
      <label htmlFor={id}>{words.replaceBy}</label>
      <input id={id} className="ed-input" value={by} onChange={(event) => setBy(event.target.value)} />
      <button
        type="button"
        className="ed-quiet"
        disabled={!bar.current}
        onClick={() => bar.replaceCurrent(by)}
      >
        {words.replace}
      </button>
      <button type="button" className="ed-quiet" disabled={!bar.current} onClick={() => bar.replaceAll(by)}>
        {words.replaceAll}
      </button>
    </div>
  );
}

function SignButton({ sign, name, onClick }: { sign: string; name: string; onClick: () => void }) {
  return (
    <button type="button" className="ed-quiet" aria-label={name} title={name} onClick={onClick}>
      {sign}
    </button>
  );
}

interface CheckProps {
  label: string;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
}

function Check({ label, isChecked, onChange }: CheckProps) {
  return (
    <label className="ed-check">
      <input type="checkbox" checked={isChecked} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}
