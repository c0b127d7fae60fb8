'use client';
import { createContext, useContext } from 'react';

/** Asks for a new session in a dialog over the page. @returns whether there is one now. */
type AskToSignIn = () => Promise<boolean>;

/** Set by the provider in `saving`, which shows the dialog. */
export const SignInContext = createContext<AskToSignIn>(async () => false);

/** Returns a function that asks to sign in again without leaving the page or its text. */
export function useSignInAgain(): AskToSignIn {
  return useContext(SignInContext);
}
