'use client';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { type Places, usePlaces } from '@/components/editor/ground/places.client';
import { fill } from '@/lib/language/fill';
import { type Findable, type Found, isInField, useFind } from './use-find';

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
  const places = usePlaces();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [wanted, setWanted] = useState(() => selectedWords(editor));
  const [by, setBy] = useState('');
  const [choices, setChoices] = useState({ isCaseKept: false, isWholeWord: false });
  const [replacedCount, setReplacedCount] = useState<number | null>(null);
  const { found, at, setAt, replace } = useFind({ editor, fields, change }, wanted, choices);
  // biome-ignore lint/correctness/useExhaustiveDependencies(asked): a further request returns the focus to the field.
  useEffect(() => input.current?.select(), [asked]);
  const current = found[at];
  const go = (step: number) => {
    setReplacedCount(null);
    if (found.length === 0) return;
    const next = (at + step + found.length) % found.length;
    setAt(next);
    show(editor, places, found[next]);
  };
  const replaceAll = () => {
    setReplacedCount(found.length);
    replace(found, by);
  };
  const close = () => {
    onClose();
    if (current && !isInField(current)) editor.commands.setTextSelection(current);
    editor.view.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target === input.current && !event.nativeEvent.isComposing)
      go(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  const status = () => {
    if (replacedCount !== null) return fill(words.replaced, { count: String(replacedCount) });
    if (!wanted) return '';
    if (!current) return words.none;
    const place = fill(words.count, { at: String(at + 1), count: String(found.length) });
    return isInField(current) ? `${place} · ${words[current.field]}` : place;
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a search landmark, whose element is missing from React's types.
    <div role="search" aria-label={words.name} className="find-bar" onKeyDown={onKeyDown}>
      <div className="find-row">
        <label htmlFor={id}>{words.find}</label>
        <input
          id={id}
          ref={input}
          className="ed-input"
          value={wanted}
          title={words.again}
          onChange={(event) => {
            setReplacedCount(null);
            setAt(0);
            setWanted(event.target.value);
          }}
        />
        <p role="status" className="find-status">
          {status()}
        </p>
        <button
          type="button"
          className="ed-quiet"
          aria-label={words.previous}
          title={words.previous}
          onClick={() => go(-1)}
        >
          ↑
        </button>
        <button
          type="button"
          className="ed-quiet"
          aria-label={words.next}
          title={words.next}
          onClick={() => go(1)}
        >
          ↓
        </button>
        <button
          type="button"
          className="ed-quiet"
          aria-label={words.close}
          title={words.close}
          onClick={close}
        >
          ×
        </button>
      </div>
      <div className="find-row">
        <label htmlFor={`${id}-by`}>{words.replaceBy}</label>
        <input
          id={`${id}-by`}
          className="ed-input"
          value={by}
          onChange={(event) => setBy(event.target.value)}
        />
        <button
          type="button"
          className="ed-quiet"
          disabled={!current}
          onClick={() => current && replace([current], by)}
        >
          {words.replace}
        </button>
        <button type="button" className="ed-quiet" disabled={!current} onClick={replaceAll}>
          {words.replaceAll}
        </button>
      </div>
      <div className="find-row">
        <label className="ed-check">
          <input
            type="checkbox"
            checked={choices.isCaseKept}
            onChange={(event) => setChoices({ ...choices, isCaseKept: event.target.checked })}
          />
          {words.matchCase}
        </label>
        <label className="ed-check">
          <input
            type="checkbox"
            checked={choices.isWholeWord}
            onChange={(event) => setChoices({ ...choices, isWholeWord: event.target.checked })}
          />
          {words.wholeWords}
        </label>
      </div>
    </div>
  );
}

function selectedWords({ state }: Findable['editor']): string {
  const { from, to, $from } = state.selection;
  return to - from < 100 && to <= $from.end() ? state.doc.textBetween(from, to) : '';
}

/** Scrolls to a match without taking the focus from the search. */
function show(editor: Findable['editor'], places: Places, found: Found | undefined): void {
  if (!found) return;
  if (isInField(found)) {
    const field = places[found.field].current;
    field?.setSelectionRange(found.start, found.end);
    field?.scrollIntoView({ block: 'center' });
    return;
  }
  const { node } = editor.view.domAtPos(found.from);
  const element = node instanceof Element ? node : node.parentElement;
  element?.scrollIntoView({ block: 'center' });
}
