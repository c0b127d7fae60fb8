/** What is selected in a list: rows by id, or all that match, including other pages. */
export interface Selection {
  ids: ReadonlySet<number>;
  isMatching: boolean;
  /** The row where a range begins. */
  anchor: number | null;
}

export const NOTHING: Selection = { ids: new Set(), isMatching: false, anchor: null };

/** Selects or deselects a row; the next range begins there. */
export function toggle({ ids }: Selection, id: number): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, isMatching: false, anchor: id };
}

/** Selects all rows from the last touched one to this one, in the order of the list. */
export function extend(selection: Selection, rows: number[], id: number): Selection {
  const from = rows.indexOf(selection.anchor ?? id);
  const to = rows.indexOf(id);
  if (from < 0 || to < 0) return toggle(selection, id);
  const range = rows.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...selection.ids, ...range]), isMatching: false, anchor: rows[from] ?? id };
}

/** Selects all rows of the page, or none when all were selected. */
export function togglePage({ ids }: Selection, rows: number[]): Selection {
  return rows.every((id) => ids.has(id)) ? NOTHING : { ids: new Set(rows), isMatching: false, anchor: null };
}
