'use client';
import { createContext, useContext } from 'react';

/** Asks for a new session over whatever is on the screen. @returns whether there is one now. */
type AskToSignIn = () => Promise<boolean>;

/** Filled by the provider in `saving`, which shows the dialog. */
export const SignInContext = createContext<AskToSignIn>(async () => false);

/** Asks to sign in again, in place: the page and its text stay as they are. */
export function useSignInAgain(): AskToSignIn {
  return useContext(SignInContext);
}
