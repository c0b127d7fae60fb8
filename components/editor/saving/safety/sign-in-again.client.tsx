'use client';
import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react';
import { Late } from '@/components/editor/ground/late.client';
import type { Answer } from '@/lib/errors';

/** The dialog in which one signs in again in place. */
export const loadSignInDialog = () => import('./sign-in-dialog.client').then((dialog) => dialog.SignInDialog);

/** Who signed in. */
export interface Person {
  userId: number;
  name: string;
}

/** Opens a session in place. */
export type SignInAction = (form: FormData) => Promise<Answer<Person>>;

/** Asks for a new session over whatever is on the screen. @returns whether there is one now. */
type AskToSignIn = () => Promise<boolean>;

const SignInContext = createContext<AskToSignIn>(async () => false);

/** Asks to sign in again, in place: the page and its text stay as they are. */
export function useSignInAgain(): AskToSignIn {
  return useContext(SignInContext);
}

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
      {isAsking && <Late load={loadSignInDialog} props={{ signIn, userId, onAnswer: answer }} />}
    </SignInContext>
  );
}
