'use client';
import { useCallback, useMemo, useState } from 'react';
import type { StoredDraft } from '@/components/editor/ground/save-state';
import { discardSetAside, listSetAside, type SetAside, setAside } from '../autosave/local-copy';

/** The texts of a post that gave way to another one, and what can be done with them. */
export interface SetAsideTexts {
  /** As they were when `look` was last called, newest first. */
  texts: SetAside[];
  /** Reads them from this browser's store. */
  look: () => void;
  /** Sets a text aside before another one takes its place. */
  keep: (draft: StoredDraft) => Promise<void>;
  /** Discards one for good. */
  discard: (id: number) => Promise<void>;
}

/** The texts of a post that were set aside in this browser; every change of this page shows at once. */
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
