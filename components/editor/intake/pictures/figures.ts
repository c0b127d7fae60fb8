import type { Node, Schema } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import type { PictureWords } from '@/components/editor/ground/editor-types';
import type { MediaFacts } from '@/lib/document/media-facts';

/** A picture to be inserted into a text; its own words take precedence over the library's. */
export interface ReadyPicture {
  media: MediaFacts;
  words?: PictureWords;
}

export const MAX_GALLERY_PICTURES = 9;

/**
 * Splits pictures added together: one is a figure, two to nine are a gallery, more are galleries of similar size.
 */
export function asGalleries<T>(pictures: T[]): T[][] {
  const groups = Math.ceil(pictures.length / MAX_GALLERY_PICTURES);
  const size = Math.ceil(pictures.length / groups);
  return Array.from({ length: groups }, (_, index) => pictures.slice(index * size, (index + 1) * size));
}

/**
 * Converts media to blocks: pictures to figures and galleries, then each audio and video to a player. Each gets
 * the words that the library has.
 */
export function blocksOf(schema: Schema, ready: ReadyPicture[]): Node[] {
  const pictures = ready.filter(({ media }) => media.kind === 'picture');
  const players = ready.filter(({ media }) => media.kind !== 'picture');
  return [
    ...asGalleries(pictures).map((group) =>
      asOne(
        schema,
        group.map((one) => figureOf(schema, one)),
      ),
    ),
    ...players.map((one) => figureOf(schema, one)),
  ];
}

function asOne(schema: Schema, figures: Node[]): Node {
  const [only, another] = figures;
  if (only && !another) return only;
  return schema.nodeFromJSON({ type: 'gallery', content: figures.map((figure) => figure.toJSON()) });
}

function figureOf(schema: Schema, { media, words }: ReadyPicture): Node {
  const { id, kind } = media;
  const said = (name: keyof PictureWords) => words?.[name] || media[name];
  const attrs = { mediaId: id, caption: said('caption'), credit: said('credit') };
  return kind === 'picture'
    ? schema.nodeFromJSON({ type: 'figure', attrs: { ...attrs, alt: said('alt') } })
    : schema.nodeFromJSON({ type: kind, attrs });
}

/**
 * Inserts a late picture among those of its group, when they are directly before `at` and there is room.
 * @param rank the place of a media file in the original order of the group; undefined if it is not in the group.
 * @returns whether it was inserted.
 */
export function joinGroup(
  transaction: Transaction,
  at: number,
  late: ReadyPicture,
  rank: (mediaId: string) => number | undefined,
): boolean {
  const before = transaction.doc.resolve(at).nodeBefore;
  if (!before) return false;
  const there = before.type.name === 'gallery' ? [...before.children] : [before];
  const ranks = there.map(({ attrs }) => rank(attrs.mediaId));
  const isGroup = there.every(({ type }, index) => type.name === 'figure' && ranks[index] !== undefined);
  if (!isGroup || there.length >= MAX_GALLERY_PICTURES || late.media.kind !== 'picture') return false;
  const own = rank(late.media.id) ?? 0;
  const index = ranks.findLastIndex((other) => (other ?? 0) < own) + 1;
  const { schema } = transaction.doc.type;
  const joined = [...there.slice(0, index), figureOf(schema, late), ...there.slice(index)];
  transaction.replaceWith(at - before.nodeSize, at, asOne(schema, joined));
  return true;
}
