import { useState } from 'react';
import { extend, NOTHING, toggle, togglePage } from './selection';

/** What is selected in a list of posts, and what changes it. */
export type PostSelection = ReturnType<typeof useSelection>;

/** @param rows the posts of the page, in their order. @param total how many match, including other pages. */
export function useSelection(rows: number[], total: number) {
  const [selection, setSelection] = useState(NOTHING);
  const { ids, isMatching, anchor } = selection;
  const selected = rows.filter((id) => ids.has(id));
  return {
    /** The selected posts of this page. */
    selected,
    /** Whether all that match are selected, on other pages too. */
    isMatching,
    isWholePage: rows.length > 0 && selected.length === rows.length,
    count: isMatching ? total : selected.length,
    has: (id: number) => isMatching || ids.has(id),
    clear: () => setSelection(NOTHING),
    selectMatching: () => setSelection({ ...selection, isMatching: true }),
    togglePage: () => setSelection(togglePage(selection, rows)),
    toggle: (id: number) => setSelection(toggle(selection, id)),
    /** Selects all rows up to one. @param from where the range begins when none has begun. */
    extendTo: (id: number, from: number | null = null) =>
      setSelection(extend({ ...selection, anchor: anchor ?? from }, rows, id)),
  };
}
