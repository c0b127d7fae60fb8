'use client';
import { type RefObject, useEffect } from 'react';
import { useSignInAgain } from '@/components/editor/ground/sign-in-again';
import type { useAutosave } from '../autosave/use-autosave';
import type { WritingTab } from '../tabs/use-post-tabs';

/** What watches over an open text: it signs in again when the session has ended, and other tabs follow it. */
export function useSafety(
  { autosave, trouble }: ReturnType<typeof useAutosave>,
  room: RefObject<HTMLElement | null>,
  tab: RefObject<WritingTab | null>,
  onTell: () => void,
): void {
  const signInAgain = useSignInAgain();
  const isSignedOut = trouble?.kind === 'signedOut';
  useEffect(() => {
    if (isSignedOut) void signInAgain().then((isSignedIn) => isSignedIn && autosave.retryNow());
  }, [isSignedOut, signInAgain, autosave]);
  useEffect(() => {
    const own = { autosave, close: () => room.current?.setAttribute('inert', '') };
    tab.current = own;
    return () => {
      if (tab.current === own) tab.current = null;
    };
  }, [autosave, room, tab]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        onTell();
      }, FOLLOWED_MS);
    };
    const end = autosave.onChange(soon);
    return () => {
      end();
      clearTimeout(timer);
    };
  }, [autosave, onTell]);
}

/** Tabs that follow are told this long after a change, ms. */
const FOLLOWED_MS = 250;
