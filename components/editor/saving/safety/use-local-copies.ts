'use client';
import { useCallback, useEffect, useState } from 'react';
import type { StoredDraft } from '@/components/editor/ground/save-state';
import type { SaveMark } from '@/lib/posts/types';
import { forgetLocalCopy, type LocalCopy, listLocalCopies } from '../autosave/local-copy';
import { isSameWriting } from '../autosave/same-writing';
import type { SetAsideTexts } from './use-set-aside';

/** The text that the server has, and the save that created it. */
export type ServerDraft = StoredDraft & { savedAs: SaveMark | null };

/** A text in this browser that the server never received. */
export interface OfferedCopy extends LocalCopy {
  /** True when nothing else was saved since: this text continues the server's text. */
  isNewer: boolean;
}

/**
 * Finds the texts in this browser that the server never received, newest first: from this tab before it crashed,
 * and from every other tab. They stay in the store until their author has chosen.
 * @param ownLine the edit session of this tab, which is not offered.
 * @param setAside moves a declined copy to the set-aside texts.
 */
export function useLocalCopies(
  postId: number,
  servers: ServerDraft,
  isLooking: boolean,
  ownLine: string,
  setAside: SetAsideTexts['keep'],
) {
  const [copies, setCopies] = useState<OfferedCopy[]>([]);
  useEffect(() => {
    if (!isLooking) return;
    let isCurrent = true;
    lookForCopies(postId, servers).then(
      (found) => isCurrent && setCopies(found),
      (error) => console.warn('This browser keeps no local copy.', error),
    );
    return () => {
      isCurrent = false;
    };
  }, [postId, servers, isLooking]);
  const drop = useCallback(
    (copy: LocalCopy) => setCopies((before) => before.filter(({ line }) => line !== copy.line)),
    [],
  );
  const leave = useCallback(
    async (copy: LocalCopy) => {
      await setAside(copy);
      await forgetLocalCopy(postId, copy.line, copy.sequence);
      drop(copy);
    },
    [postId, setAside, drop],
  );
  return { offered: copies.filter(({ line }) => line !== ownLine), drop, leave };
}

/** Lists the texts in this browser that the server never received, and removes those that it has after all. */
export async function lookForCopies(postId: number, servers: ServerDraft): Promise<OfferedCopy[]> {
  const found: OfferedCopy[] = [];
  for (const copy of await listLocalCopies(postId)) {
    if (hasReached(copy, servers)) await forgetLocalCopy(postId, copy.line, copy.sequence);
    else found.push({ ...copy, isNewer: goesOn(copy, servers) });
  }
  return found;
}

/** Whether the server has the copy after all, and only the acknowledgement was lost. */
function hasReached({ line, sequence, writing }: LocalCopy, servers: ServerDraft): boolean {
  const { savedAs } = servers;
  return (savedAs?.line === line && savedAs.sequence >= sequence) || isSameWriting(writing, servers.writing);
}

function goesOn({ line, version }: LocalCopy, { savedAs, version: now }: ServerDraft): boolean {
  return version === now || savedAs?.line === line;
}
