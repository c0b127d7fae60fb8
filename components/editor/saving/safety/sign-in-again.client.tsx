'use client';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { SignInAction } from '@/components/editor/ground/editor-types';
import { Lazy } from '@/components/editor/ground/lazy.client';
import { SignInContext } from '@/components/editor/ground/sign-in-again';
import { loadSignInDialog } from '../lazy-parts';

interface SignInAgainProviderProps {
  signIn: SignInAction;
  /** The account that opened the page. */
  userId: number;
  children: ReactNode;
}

/** Provides one sign-in dialog for everything that finds the session ended: the autosave, a command, an upload. */
export function SignInAgainProvider({ signIn, userId, children }: SignInAgainProviderProps) {
  const [isAsking, setAsking] = useState(false);
  const waiting = useRef<((isSignedIn: boolean) => void)[]>([]);
  const ask = useMemo(
    () => () =>
      new Promise<boolean>((answer) => {
        waiting.current.push(answer);
        setAsking(true);
      }),
    [],
  );
  const answer = (isSignedIn: boolean) => {
    setAsking(false);
    for (const tell of waiting.current.splice(0)) tell(isSignedIn);
  };
  return (
    <SignInContext value={ask}>
      {children}
      {isAsking && <Lazy load={loadSignInDialog} props={{ signIn, userId, onAnswer: answer }} />}
    </SignInContext>
  );
}
