import type { SearchPart } from '@/lib/posts/search-in-thread';
import { SEARCH_SLOT } from '@/lib/posts/search-slot';

const SLOT = `<slot name="${SEARCH_SLOT}"></slot>`;

/** Puts a search into the frame of the search page. @throws Error when the frame has no place for it, or several. */
export function fillFrame(frame: string, part: SearchPart): Buffer {
  const [before, after, ...more] = frame.split(SLOT);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error('The frame of the search page must have one slot.');
  return Buffer.concat([Buffer.from(before), part.html, Buffer.from(after)]);
}
