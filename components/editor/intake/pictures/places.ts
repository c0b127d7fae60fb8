import { closeHistory, isHistoryTransaction } from '@tiptap/pm/history';
import type { Node, NodeType } from '@tiptap/pm/model';
import { type EditorState, NodeSelection, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';

/** A place in the text that is reserved for a pending upload. */
export interface Place {
  id: number;
  at: number;
  element: HTMLElement;
  /** It belongs to a paste: undoing the paste removes it. */
  isOfPaste: boolean;
  /** The state of the text when its author began to wait for the upload; absent when nobody waits. */
  awaitedIn?: Pick<EditorState, 'doc' | 'selection'>;
}

interface Change {
  put?: Place[];
  /** The place whose upload is done, and its new position; null when it is removed. */
  settled?: { id: number; at: number | null };
}

interface PlacesState {
  places: Place[];
  decorations: DecorationSet;
}

const key = new PluginKey<PlacesState>('places');

/**
 * Manages the reserved places in a text. They are not part of the document: they are never saved, and undo does
 * not restore them. A place moves with the text around it until that text is deleted.
 */
export class Places {
  private view: EditorView | null = null;

  /** @param onGone called when the text around a place was deleted. */
  constructor(private readonly onGone: (id: number) => void) {}

  readonly plugin = new Plugin<PlacesState>({
    key,
    state: { init: () => placesState([], null), apply },
    props: { decorations: (state) => key.getState(state)?.decorations },
    view: (view) => {
      this.view = view;
      return { update: (current, before) => this.tellGone(before, current.state) };
    },
  });

  /** Adds places to a transaction that is about to be dispatched; their positions are in its resulting document. */
  put(transaction: Transaction, put: Place[]): Transaction {
    return transaction.setMeta(key, { put } satisfies Change);
  }

  /** Reserves a place at a position of the text, or at the selection; does nothing in a destroyed editor. */
  keep({ isAwaited, ...place }: Omit<Place, 'at'> & { isAwaited?: boolean }, at?: number): void {
    const view = this.living();
    if (!view) return;
    const { tr, schema, doc, selection } = view.state;
    const { figure } = schema.nodes;
    const awaitedIn = isAwaited ? { doc, selection } : undefined;
    if (figure)
      view.dispatch(this.put(tr, [{ ...place, awaitedIn, at: roomAt(doc, at ?? selection.to, figure) }]));
  }

  /**
   * Inserts the result of an upload at the current position of its place.
   * @param change makes the insertion and returns the new position of the place; null when the place is removed.
   */
  settle(id: number, change: (transaction: Transaction, at: number) => number | null): void {
    const view = this.living();
    const place = view && find(view.state, id);
    if (!view || !place) return;
    // The insertion is an undo step of its own; but a paste and its pictures are one step.
    const { tr } = place.isOfPaste ? view.state : { tr: closeHistory(view.state.tr) };
    const at = change(tr, place.at);
    if (isStillAwaited(place, view.state)) selectMedium(tr, place.at);
    if (place.isOfPaste) tr.setMeta('addToHistory', false);
    view.dispatch(tr.setMeta(key, { settled: { id, at } } satisfies Change));
    if (!place.isOfPaste) view.dispatch(closeHistory(view.state.tr));
  }

  private living(): EditorView | null {
    return this.view && !this.view.isDestroyed ? this.view : null;
  }

  private tellGone(before: EditorState, now: EditorState): void {
    const left = key.getState(before)?.places ?? [];
    if (left === key.getState(now)?.places) return;
    for (const { id } of left) if (!find(now, id)) this.onGone(id);
  }
}

/** Whether the author has done nothing in the text since. */
function isStillAwaited({ awaitedIn }: Place, { doc, selection }: EditorState): boolean {
  return awaitedIn?.doc === doc && awaitedIn.selection.eq(selection);
}

/** Selects the first picture, audio or video from a position on, where its author continues. */
function selectMedium(transaction: Transaction, from: number): void {
  const { doc } = transaction;
  let found: number | null = null;
  doc.nodesBetween(Math.min(from, doc.content.size), doc.content.size, (node, at) => {
    if (found === null && at >= from && node.attrs.mediaId) found = at;
    return found === null;
  });
  if (found !== null) transaction.setSelection(NodeSelection.create(doc, found));
}

/**
 * Returns the nearest position at which a block can be inserted: before `at` only at the start of a line, else at
 * or after it.
 */
export function roomAt(doc: Node, at: number, type: NodeType): number {
  const $at = doc.resolve(Math.min(at, doc.content.size));
  if ($at.parent.isTextblock && $at.parentOffset === 0) return roomAt(doc, $at.before(), type);
  for (let depth = $at.depth; depth >= 0; depth--) {
    const index = depth === $at.depth ? $at.index() : $at.indexAfter(depth);
    if ($at.node(depth).canReplaceWith(index, index, type))
      return depth === $at.depth ? $at.pos : $at.after(depth + 1);
  }
  return doc.content.size;
}

function apply(transaction: Transaction, before: PlacesState): PlacesState {
  const change = transaction.getMeta(key) as Change | undefined;
  if (!change && (!transaction.docChanged || before.places.length === 0)) return before;
  const settled = change?.settled;
  const turn = before.places.findIndex(({ id }) => id === settled?.id);
  const mapped = before.places.flatMap((place, index) => {
    if (settled && index === turn) return settled.at === null ? [] : [{ ...place, at: settled.at }];
    // With several places at one position, the content of one goes before the next place.
    const side = turn >= 0 && index > turn ? 1 : -1;
    const { pos, deletedAcross, deletedBefore } = transaction.mapping.mapResult(place.at, side);
    const isTakenBack = place.isOfPaste && deletedBefore && isHistoryTransaction(transaction);
    return deletedAcross || isTakenBack ? [] : [{ ...place, at: pos }];
  });
  return placesState([...mapped, ...(change?.put ?? [])], transaction.doc);
}

function placesState(places: Place[], doc: Node | null): PlacesState {
  const widgets = places.map(({ id, at, element }) =>
    Decoration.widget(at, element, {
      side: -1,
      key: `place-${id}`,
      stopEvent: () => true,
      ignoreSelection: true,
    }),
  );
  return { places, decorations: doc ? DecorationSet.create(doc, widgets) : DecorationSet.empty };
}

function find(state: EditorState, id: number): Place | undefined {
  return key.getState(state)?.places.find((place) => place.id === id);
}
