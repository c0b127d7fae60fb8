'use client';
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { Checkbox } from '@/components/desk/ui/checkbox';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Input } from '@/components/desk/ui/field';
import { fill } from '@/lib/language/fill';
import type { DeskStrings } from '@/lib/language/strings';
import { type Findable, isInField } from './use-find';
import { useFindBar } from './use-find-bar';

const rowStyle = 'flex flex-wrap items-center gap-x-2 gap-y-1.5';
const labelStyle = 'text-small text-soft min-w-24 flex-none';
const inputPlace = 'flex-[1_1_9rem]';

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
    <div
      role="search"
      aria-label={words.name}
      className="bg-paper border-rule shadow-bar max-w-form sticky top-[var(--editor-top-height,6.5rem)] z-8 mx-auto mt-2 grid gap-2 rounded-xl border px-3 py-2.5"
      onKeyDown={onKeyDown}
    >
      <FindRow bar={bar} words={words} input={input} onClose={close} />
      <ReplaceRow bar={bar} words={words} />
      <div className={rowStyle}>
        <Checkbox
          className="mr-4"
          label={words.matchCase}
          checked={bar.choices.isCaseKept}
          onChange={({ target }) => bar.setChoices({ ...bar.choices, isCaseKept: target.checked })}
        />
        <Checkbox
          className="mr-4"
          label={words.wholeWords}
          checked={bar.choices.isWholeWord}
          onChange={({ target }) => bar.setChoices({ ...bar.choices, isWholeWord: target.checked })}
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
    <div className={rowStyle}>
      <label htmlFor={id} className={labelStyle}>
        {words.find}
      </label>
      <Input
        id={id}
        ref={input}
        className={inputPlace}
        value={bar.wanted}
        title={words.again}
        onChange={(event) => bar.search(event.target.value)}
      />
      <p role="status" className="text-small text-soft min-w-20 tabular-nums">
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
    <div className={rowStyle}>
      <label htmlFor={id} className={labelStyle}>
        {words.replaceBy}
      </label>
      <Input id={id} className={inputPlace} value={by} onChange={(event) => setBy(event.target.value)} />
      <Button disabled={!bar.current} onClick={() => bar.replaceCurrent(by)}>
        {words.replace}
      </Button>
      <Button disabled={!bar.current} onClick={() => bar.replaceAll(by)}>
        {words.replaceAll}
      </Button>
    </div>
  );
}

function SignButton({ sign, name, onClick }: { sign: string; name: string; onClick: () => void }) {
  return (
    <Button aria-label={name} title={name} onClick={onClick}>
      {sign}
    </Button>
  );
}
