import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { MediaFacts } from '@/lib/media/media-facts';
import { indexOfMark } from './picture-mark';
import { type PlaceWords, placeElement } from './picture-place';
import type { PastedPicture } from './report';

/** What the places of pictures need from the page around the editor. */
export interface PictureHooks {
  /** Takes one picture into the library; null when it cannot be had. */
  takePicture: (picture: PastedPicture) => Promise<MediaFacts | null>;
  /** Takes in a file that the author adds in place of a picture that could not be had. */
  takeFile: (file: File) => Promise<MediaFacts | null>;
  onPicturesMissed: (count: number) => void;
  words: () => PlaceWords;
}

interface Place {
  id: number;
  pictures: PastedPicture[];
  isByHand: boolean;
}
interface Change {
  remove?: number;
  add?: { place: Place; at: number }[];
}

const key = new PluginKey<DecorationSet>('waitingPictures');

/**
 * The places of pasted pictures that are not in the library yet. They are no part of the text: a save
 * never meets them. Once a picture has been taken in, it goes where its place has moved to.
 */
export function waitingPictures(hooks: PictureHooks) {
  let expected: PastedPicture[][] | null = null;
  let lastId = 0;
  let view: EditorView | null = null;

  const apply = (transaction: Transaction, before: DecorationSet): DecorationSet => {
    const change = transaction.getMeta(key) as Change | undefined;
    let places = before.map(transaction.mapping, transaction.doc);
    if (change?.remove) places = places.remove(places.find(undefined, undefined, isOf(change.remove)));
    const added = (change?.add ?? []).map(({ place, at }) =>
      Decoration.widget(at, () => elementOf(place), {
        id: place.id,
        side: -1,
        key: `${place.id}-${place.isByHand}`,
        stopEvent: () => true,
        ignoreSelection: true,
      }),
    );
    return places.add(transaction.doc, added);
  };

  const elementOf = (place: Place) =>
    placeElement(hooks.words(), place, {
      onFile: async (file) => {
        const taken = await hooks.takeFile(file);
        if (taken) settle(place, [figureOf(taken, { alt: '', caption: '', credit: '' })]);
      },
      onLeave: () => settle(place, []),
    });

  /** Fetches what a place stands for. What cannot be had leaves its words, and a way to add it by hand. */
  const fillPlace = async (place: Place) => {
    await Promise.resolve();
    const figures: object[] = [];
    const missed: PastedPicture[] = [];
    for (const picture of place.pictures) {
      const taken = picture.address === null ? null : await hooks.takePicture(picture);
      if (taken) figures.push(figureOf(taken, picture));
      else missed.push(picture);
    }
    const content = figures.length > 1 ? [{ type: 'gallery', content: figures }] : figures;
    settle(place, [...content, ...missed.flatMap(wordsOfMissed)], missed.length > 0);
    const reachable = missed.filter(({ address }) => address !== null);
    if (reachable.length > 0) hooks.onPicturesMissed(reachable.length);
  };

  /** Puts what came of a place into the text where it is now; undoing the paste takes it along. */
  const settle = (place: Place, content: object[], isByHand = false) => {
    if (!view || view.isDestroyed) return;
    const [found] = key.getState(view.state)?.find(undefined, undefined, isOf(place.id)) ?? [];
    if (!found) return;
    const { schema, tr } = view.state;
    if (content.length > 0)
      tr.insert(
        found.from,
        content.map((json) => schema.nodeFromJSON(json)),
      );
    const add = isByHand ? [{ place: { ...place, isByHand }, at: found.from }] : [];
    view.dispatch(tr.setMeta(key, { remove: place.id, add } satisfies Change).setMeta('addToHistory', false));
  };

  const plugin = new Plugin<DecorationSet>({
    key,
    state: { init: () => DecorationSet.empty, apply },
    props: { decorations: (state) => key.getState(state) },
    view: (current) => {
      view = current;
      return {};
    },
    appendTransaction: (transactions, _before, state) => {
      if (!expected || !transactions.some(({ docChanged }) => docChanged)) return null;
      const groups = expected;
      expected = null;
      const found = takeMarks(state, groups);
      if (!found) return null;
      const add = found.marks.map(({ pictures, at }) => {
        const place = { id: ++lastId, pictures, isByHand: false };
        void fillPlace(place);
        return { place, at };
      });
      return found.transaction.setMeta(key, { add } satisfies Change);
    },
  });

  return {
    plugin,
    /** Announces the pictures of the paste that is about to go in. */
    expect: (groups: PastedPicture[][]) => {
      expected = groups.length > 0 ? groups : null;
    },
  };
}

/** Takes the marks of pictures out of the text. @returns where they stood, or null without any. */
function takeMarks(state: EditorState, groups: PastedPicture[][]) {
  const found: { from: number; to: number; pictures: PastedPicture[] }[] = [];
  state.doc.descendants((node, from) => {
    const pictures =
      node.type.name === 'figure' ? groups[indexOfMark(String(node.attrs.mediaId)) ?? -1] : null;
    if (pictures) found.push({ from, to: from + node.nodeSize, pictures });
  });
  if (found.length === 0) return null;
  const transaction = state.tr;
  for (const { from, to } of [...found].reverse()) transaction.delete(from, to);
  const marks = found.map(({ from, pictures }) => ({ pictures, at: transaction.mapping.map(from, -1) }));
  return { transaction, marks };
}

function isOf(id: number) {
  return (spec: { id?: unknown }) => spec.id === id;
}

function figureOf(media: MediaFacts, { alt, caption, credit }: Omit<PastedPicture, 'address'>): object {
  const attrs = {
    mediaId: media.id,
    alt: alt || media.alt,
    caption: caption || media.caption,
    credit: credit || media.credit,
  };
  return { type: 'figure', attrs };
}

/** The words under a picture that could not be had stay in the text. */
function wordsOfMissed({ caption, credit }: PastedPicture): object[] {
  const text = `${caption} ${credit}`.trim();
  return text ? [{ type: 'paragraph', content: [{ type: 'text', text }] }] : [];
}
