import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { blocksOf, joinGroup } from './figures';
import type { IncomingGroup, IncomingPicture } from './incoming-group';
import { roomAt } from './places';

/** Puts what is ready into the text, to the others of its group when they are there. @returns the position after it. */
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

/** Inserts blocks at the nearest place that can hold them. @returns the position after them. */
function insertAt(transaction: Transaction, at: number, blocks: Node[]): number {
  const [first] = blocks;
  if (!first) return at;
  const from = roomAt(transaction.doc, at, first.type);
  transaction.insert(from, blocks);
  return from + blocks.reduce((size, { nodeSize }) => size + nodeSize, 0);
}

/** Leaves the words under pictures that could not be had in the text, after them. */
export function putWordsIn(transaction: Transaction, at: number, missed: IncomingPicture[]): void {
  const { schema } = transaction.doc.type;
  const paragraphs = missed.flatMap(({ words: { caption, credit } }) => {
    const text = `${caption} ${credit}`.trim();
    if (!text) return [];
    return [schema.nodeFromJSON({ type: 'paragraph', content: [{ type: 'text', text }] })];
  });
  insertAt(transaction, at, paragraphs);
}
