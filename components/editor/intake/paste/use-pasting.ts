'use client';
import { useMemo, useState } from 'react';
import { useIncomingPictures } from '../pictures/use-incoming-pictures';
import { pasteExtension } from './paste-extension';
import type { PastedNews } from './pasted-news';

/** What the author sees about the last paste. */
export interface LastPaste extends PastedNews {
  /** The number of pictures with an address that still could not be fetched. */
  missed: number;
}

/** Uploads dropped and pasted pictures to the library, and remembers the result of the last paste. */
export function usePasting() {
  const [last, setLast] = useState<LastPaste | null>(null);
  const incoming = useIncomingPictures(() =>
    setLast((before) => before && { ...before, missed: before.missed + 1 }),
  );
  const extension = useMemo(
    () => pasteExtension({ onPasted: (news) => setLast({ ...news, missed: 0 }), incoming }),
    [incoming],
  );
  return { extension, incoming, last, forget: () => setLast(null) };
}
