'use client';
import { useMemo, useState } from 'react';
import { useIncomingPictures } from '../pictures/use-incoming-pictures';
import { type PastedNews, pasteExtension } from './paste-extension';

/** What the author is told of the last paste. */
export interface LastPaste extends PastedNews {
  /** Pictures that stood in reach and still could not be had. */
  missed: number;
}

/** Takes dropped and pasted pictures into the library, and remembers what the last paste did. */
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
