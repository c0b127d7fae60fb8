'use client';
import { useEffect, useRef, useState } from 'react';
import type { Writing } from '@/lib/posts/types';
import { Autosave } from './autosave';
import { sendDraft } from './draft-client';
import { forgetLocalCopy, keepLocalCopy } from './local-copy';
import type { SaveState } from './save-state';

/** The autosave of one open post, tied to the life of the page, and its state for the indicator. */
export function useAutosave(postId: number, version: number, read: () => Writing) {
  const [state, setState] = useState<SaveState>({ kind: 'saved' });
  const [autosave] = useState(() => {
    const session = globalThis.crypto?.randomUUID?.() ?? String(Math.random());
    return new Autosave({
      version,
      read: () => latestRead.current(),
      send: (draft, leaving) => sendDraft(postId, draft, leaving),
      keep: (draft, sequence) => keepLocalCopy(postId, { ...draft, session, sequence, keptAt: Date.now() }),
      forget: (sequence) => forgetLocalCopy(postId, session, sequence),
      onState: setState,
    });
  });
  const latestRead = useRef(read);
  latestRead.current = read;
  useEffect(() => watchPage(autosave), [autosave]);
  return { autosave, state };
}

/** Saves when the page is hidden, left or online again; warns only while something is unsaved. */
function watchPage(autosave: Autosave): () => void {
  const leave = () => {
    autosave.keepNow();
    void autosave.flush(true);
  };
  const hide = () => document.visibilityState === 'hidden' && leave();
  const online = () => autosave.retryNow();
  const warn = (event: BeforeUnloadEvent) => autosave.isUnsaved && event.preventDefault();
  window.addEventListener('pagehide', leave);
  window.addEventListener('online', online);
  window.addEventListener('beforeunload', warn);
  document.addEventListener('visibilitychange', hide);
  return () => {
    window.removeEventListener('pagehide', leave);
    window.removeEventListener('online', online);
    window.removeEventListener('beforeunload', warn);
    document.removeEventListener('visibilitychange', hide);
    leave();
  };
}
