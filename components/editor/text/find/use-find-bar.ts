'use client';
import { useState } from 'react';
import { type Places, usePlaces } from '@/components/editor/ground/places.client';
import { type Findable, type Found, isInField, useFind } from './use-find';

/** Manages the find bar: what is searched and how, the current match, and replacing. */
export function useFindBar({ editor, fields, change }: Findable) {
  const places = usePlaces();
  const [wanted, setWanted] = useState(() => selectedWords(editor));
  const [choices, setChoices] = useState({ isCaseKept: false, isWholeWord: false });
  const [replacedCount, setReplacedCount] = useState<number | null>(null);
  const { found, at, setAt, replace } = useFind({ editor, fields, change }, wanted, choices);
  const current = found[at];
  return {
    wanted,
    choices,
    setChoices,
    current,
    at,
    count: found.length,
    /** How many matches the last “Replace all” replaced, until the next search. */
    replacedCount,
    search(text: string) {
      setReplacedCount(null);
      setAt(0);
      setWanted(text);
    },
    /** Goes to another match, past the last one to the first. @param step 1 or -1. */
    go(step: number) {
      setReplacedCount(null);
      if (found.length === 0) return;
      const next = (at + step + found.length) % found.length;
      setAt(next);
      show(editor, places, found[next]);
    },
    replaceCurrent(by: string) {
      if (current) replace([current], by);
    },
    replaceAll(by: string) {
      setReplacedCount(found.length);
      replace(found, by);
    },
  };
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
