'use client';
import { type RefObject, useEffect } from 'react';
import type { useWriting } from '@/components/editor/use-writing';
import type { WritingTab } from '../tabs/use-post-tabs';
import { useSignInAgain } from './sign-in-again.client';

/** What watches over an open text: it signs in again when the session has ended, and other tabs follow it. */
export function useSafety(
  { autosave, editor, trouble }: ReturnType<typeof useWriting>,
  tab: RefObject<WritingTab | null>,
  onTell: () => void,
): void {
  const signInAgain = useSignInAgain();
  const isSignedOut = trouble?.kind === 'signedOut';
  useEffect(() => {
    if (isSignedOut) void signInAgain().then((isSignedIn) => isSignedIn && autosave.retryNow());
  }, [isSignedOut, signInAgain, autosave]);
  useEffect(() => {
    const own = { autosave, close: () => editor?.view.dom.closest('.editor')?.setAttribute('inert', '') };
    tab.current = own;
    return () => {
      if (tab.current === own) tab.current = null;
    };
  }, [autosave, editor, tab]);
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
