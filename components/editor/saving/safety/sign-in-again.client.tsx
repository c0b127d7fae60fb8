'use client';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { SignInAction } from '@/components/editor/ground/editor-types';
import { Lazy } from '@/components/editor/ground/lazy.client';
import { SignInContext } from '@/components/editor/ground/sign-in-again';
import { loadSignInDialog } from '../lazy-parts';

interface SignInAgainProviderProps {
  signIn: SignInAction;
  /** Who the page was opened by. */
  userId: number;
  children: ReactNode;
}

/** One dialog for all who find out that the session has ended: the autosave, a command, an upload. */
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
