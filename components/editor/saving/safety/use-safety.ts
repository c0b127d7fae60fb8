'use client';
import { type RefObject, useEffect } from 'react';
import { useSignInAgain } from '@/components/editor/ground/sign-in-again';
import type { useAutosave } from '../autosave/use-autosave';
import type { WritingTab } from '../tabs/use-post-tabs';

/** Protects an open text: asks to sign in again when the session has ended, and updates other tabs. */
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

/** Delay between a change and the update to following tabs, ms. */
const FOLLOWED_MS = 250;
