import { LRUCache } from 'lru-cache';
import { escapeHtml } from '@/lib/document/escape';
import type { SearchPart } from '@/lib/posts/search-in-thread';
import { SEARCH_SLOT } from '@/lib/posts/search-slot';
import { type Piece, pieceOf, shortPiece } from '@/lib/process/gzip-pieces';

const SLOT = `<slot name="${SEARCH_SLOT}"></slot>`;
/** Stands for the query in a frame that is ready for every search. */
const ANY_QUERY = 'AnyQueryOfThisFrame';
/** What searches show needs few different sets of styles: a frame is kept once for each. */
const MOST_KNOWN = 16;

/** A frame without what differs between searches. */
interface ReadyFrame {
  /** What stands before and after the search, each cut where the query stands. */
  before: Piece[];
  after: Piece[];
  policy: string;
}

/** Makes a page ready for readers. @param key its address, with its query. */
type Finish = (rendered: Buffer, specimen: string, key: string) => Promise<{ html: string; policy: string }>;

/** A search page in pieces, most of which all searches share. */
export interface FilledFrame {
  pieces: Piece[];
  policy: string;
}

/**
 * Returns what puts searches into frames as Next rendered them. A frame is finished once for searches that look the
 * same: a search is then hardly more than its own part.
 */
export function frameFiller(finish: Finish) {
  const known = new WeakMap<Buffer, LRUCache<string, ReadyFrame>>();
  return async (frame: Buffer, part: SearchPart, key: string): Promise<FilledFrame> => {
    const [path = '', query = ''] = key.split('?');
    const ready = known.get(frame) ?? new LRUCache<string, ReadyFrame>({ max: MOST_KNOWN });
    known.set(frame, ready);
    const anyKey = query ? `${path}?${ANY_QUERY}` : path;
    const made = ready.get(part.specimen) ?? cut(await finish(frame, part.specimen, anyKey));
    ready.set(part.specimen, made);
    const { before, after, policy } = made;
    const address = shortPiece(Buffer.from(escapeHtml(query)));
    return { pieces: [...joined(before, address), part.piece, ...joined(after, address)], policy };
  };
}

function cut({ html, policy }: { html: string; policy: string }): ReadyFrame {
  const [before, after] = halvesOf(html);
  const piecesOf = (half: string) => half.split(ANY_QUERY).map((piece) => pieceOf(Buffer.from(piece)));
  return { before: piecesOf(before), after: piecesOf(after), policy };
}

/** @throws Error when a frame has no place for a search, or several. */
function halvesOf(frame: string): [string, string] {
  const [before, after, ...more] = frame.split(SLOT);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error('The frame of the search page must have one slot.');
  return [before, after];
}

function joined(pieces: Piece[], between: Piece): Piece[] {
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [between, piece]));
}
