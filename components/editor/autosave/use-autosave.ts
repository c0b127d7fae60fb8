'use client';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useDeskWords } from '@/components/ui/desk-words.client';
import { fill } from '@/lib/language/fill';
import { Autosave } from './autosave';
import { sendDraft } from './draft-client';
import { forgetLocalCopy, keepLocalCopy } from './local-copy';
import { watchPage } from './watch-page';

/** Which text an autosave begins with. */
export interface AutosaveStart {
  version: number;
  line: string;
  sequence: number;
}

/** The autosave of one open post, tied to the life of the page, and where the text stands with the server. */
export function useAutosave(postId: number, start: AutosaveStart, read: () => string) {
  const words = useDeskWords().saving;
  const [autosave] = useState(
    () =>
      new Autosave({
        ...start,
        read: () => latestRead.current(),
        send: (save, leaving) =>
          sendDraft(postId, save, leaving, (status) => fill(words.serverAnswered, { status })),
        keep: (save) => keepLocalCopy(postId, save),
        forget: (line, sequence) => forgetLocalCopy(postId, line, sequence),
      }),
  );
  const latestRead = useRef(read);
  latestRead.current = read;
  const stateNow = () => autosave.status.state;
  const state = useSyncExternalStore(autosave.watch, stateNow, stateNow);
  useEffect(() => watchPage(autosave), [autosave]);
  return { autosave, state };
}

/** Names a new line of writing. */
export function newLine(): string {
  // Without https or localhost a browser has no `randomUUID`.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
