'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { EditSession } from '@/components/editor/ground/save-state';
import type { Autosave } from '../autosave/autosave';
import { PostTabs } from './post-tabs';

/** How long a hand-over waits for the server, ms; the next tab saves what is left. */
const LAST_SAVE_MS = 1500;

/** The tab's role: `asking` until the browser has answered, which takes a few milliseconds. */
export type TabRole = 'asking' | 'writing' | 'following';

/** What the writing room provides to the tabs while it is open. */
export interface WritingTab {
  autosave: Autosave;
  /** Makes the text read-only. */
  close: () => void;
}

/**
 * Coordinates this tab with the other tabs of this browser that show the post.
 * @param onWrite called when this tab took over: with the handed-over text, or with null.
 */
export function usePostTabs(postId: number, onWrite: (at: EditSession | null) => void) {
  const [role, setRole] = useState<TabRole>('asking');
  const [followed, setFollowed] = useState<EditSession | null>(null);
  const writing = useRef<WritingTab | null>(null);
  const latestOnWrite = useRef(onWrite);
  latestOnWrite.current = onWrite;
  const part = useRef<TabRole>('asking');
  const tabs = useRef<PostTabs | null>(null);
  const tell = useCallback(() => {
    const tab = writing.current;
    if (tab) tabs.current?.tell(() => tab.autosave.line());
  }, []);
  useEffect(() => {
    const become = (next: TabRole) => {
      part.current = next;
      setRole(next);
    };
    const made = new PostTabs(postId, {
      onWrite: (at) => {
        if (part.current === 'following') latestOnWrite.current(at);
        become('writing');
      },
      onFollow: () => become('following'),
      onText: setFollowed,
      onFollowed: tell,
      onLockLost: () => void writing.current?.autosave.handOver(),
      handOver: async () => {
        const at = await handOver(writing.current);
        if (at) setFollowed(at);
        return at;
      },
    });
    tabs.current = made;
    made.start();
    return () => made.end();
  }, [postId, tell]);
  return { role, followed, tell, take: () => tabs.current?.take(), writing };
}

async function handOver(tab: WritingTab | null): Promise<EditSession | null> {
  if (!tab) return null;
  tab.close();
  await tab.autosave.keepNow();
  await Promise.race([tab.autosave.flush(), new Promise((done) => setTimeout(done, LAST_SAVE_MS))]);
  return tab.autosave.handOver();
}
