'use client';
import { useCallback, useMemo, useState } from 'react';
import type { StoredDraft } from '@/components/editor/ground/save-state';
import { discardSetAside, listSetAside, type SetAside, setAside } from '../autosave/local-copy';

/** The set-aside texts of a post, and what can be done with them. */
export interface SetAsideTexts {
  /** As of the last call of `look`, newest first. */
  texts: SetAside[];
  /** Reads them from this browser's store. */
  look: () => void;
  /** Sets a text aside before another one replaces it. */
  keep: (draft: StoredDraft) => Promise<void>;
  /** Discards one permanently. */
  discard: (id: number) => Promise<void>;
}

/** Returns the set-aside texts of a post in this browser; changes made on this page show immediately. */
export function useSetAside(postId: number): SetAsideTexts {
  const [texts, setTexts] = useState<SetAside[]>([]);
  const look = useCallback(() => {
    listSetAside(postId).then(setTexts, (error) => console.warn('This browser keeps no texts.', error));
  }, [postId]);
  const keep = useCallback(
    async (draft: StoredDraft) => {
      await setAside(postId, draft);
      look();
    },
    [postId, look],
  );
  const discard = useCallback(
    async (id: number) => {
      await discardSetAside(id);
      look();
    },
    [look],
  );
  return useMemo(() => ({ texts, look, keep, discard }), [texts, look, keep, discard]);
}
