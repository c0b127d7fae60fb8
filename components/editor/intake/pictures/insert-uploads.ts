import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { blocksOf, joinGroup } from './figures';
import type { IncomingGroup, IncomingPicture } from './incoming-group';
import { roomAt } from './places';

/**
 * Inserts finished uploads, next to the others of their group if these are there.
 * @returns the position after them.
 */
export function insertUploads(
  transaction: Transaction,
  at: number,
  group: IncomingGroup,
  ready: IncomingPicture[],
): number {
  for (const { id, taken } of ready) group.order[group.ranks.get(id) ?? 0] = taken?.id ?? null;
  const rank = (mediaId: string) => {
    const found = group.order.indexOf(mediaId);
    return found < 0 ? undefined : found;
  };
  let end = at;
  const apart = ready.flatMap(({ taken, words }) => {
    if (!taken) return [];
    const before = transaction.doc.content.size;
    const isIn = joinGroup(transaction, end, { media: taken, words }, rank);
    end += transaction.doc.content.size - before;
    return isIn ? [] : [{ media: taken, words }];
  });
  return insertAt(transaction, end, blocksOf(transaction.doc.type.schema, apart));
}

/** Inserts blocks at the nearest place that can contain them. @returns the position after them. */
function insertAt(transaction: Transaction, at: number, blocks: Node[]): number {
  const [first] = blocks;
  if (!first) return at;
  const from = roomAt(transaction.doc, at, first.type);
  transaction.insert(from, blocks);
  return from + blocks.reduce((size, { nodeSize }) => size + nodeSize, 0);
}

/** Inserts the words of pictures that could not be fetched. */
export function putWordsIn(transaction: Transaction, at: number, missed: IncomingPicture[]): void {
  const { schema } = transaction.doc.type;
  const paragraphs = missed.flatMap(({ words: { caption, credit } }) => {
    const text = `${caption} ${credit}`.trim();
    if (!text) return [];
    return [schema.nodeFromJSON({ type: 'paragraph', content: [{ type: 'text', text }] })];
  });
  insertAt(transaction, at, paragraphs);
}
