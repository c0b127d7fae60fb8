'use client';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import type { HearState } from '@/components/editor/ground/post-news';
import type { SaveState } from '@/components/editor/ground/save-state';
import { Autosave } from './autosave';
import { sendDraft } from './draft-client';
import { forgetLocalCopy, keepLocalCopy } from './local-copy';
import { reasonFromProxy } from './unsaved-reason';
import { watchPage } from './watch-page';

/** The text that an autosave starts with. */
export interface AutosaveStart {
  version: number;
  line: string;
  sequence: number;
}

/** States that need the author's action. */
export type Trouble = Extract<SaveState, { kind: 'signedOut' | 'failed' | 'conflict' }>;

/**
 * Creates the autosave of one open post, tied to the life of the page, and returns it with what prevents saving.
 * The calling component does not render again for ordinary saves during typing.
 * @param hear is told what the server says of the post with each save.
 */
export function useAutosave(postId: number, start: AutosaveStart, read: () => string, hear: HearState) {
  const words = useDeskWords();
  const [autosave] = useState(
    () =>
      new Autosave({
        ...start,
        read: () => latestRead.current(),
        send: async (save, leaving) => {
          const heard = latestHear.current();
          const result = await sendDraft(postId, save, leaving, (status) => reasonFromProxy(status, words));
          if (result.kind === 'saved' && result.state) heard(result.state);
          return result;
        },
        keep: (save) => keepLocalCopy(postId, save),
        forget: (line, sequence) => forgetLocalCopy(postId, line, sequence),
      }),
  );
  const latestRead = useRef(read);
  latestRead.current = read;
  const latestHear = useRef(hear);
  latestHear.current = hear;
  const troubleNow = () => troubleIn(autosave.status.state);
  const trouble = useSyncExternalStore(autosave.watch, troubleNow, troubleNow);
  useEffect(() => watchPage(autosave), [autosave]);
  return { autosave, trouble };
}

function troubleIn(state: SaveState): Trouble | null {
  return state.kind === 'signedOut' || state.kind === 'failed' || state.kind === 'conflict' ? state : null;
}

/** Returns the id of a new edit session. */
export function newLine(): string {
  // Without https or localhost a browser has no `randomUUID`.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
