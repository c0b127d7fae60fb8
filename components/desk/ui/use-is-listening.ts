import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Returns false in the page as it arrives, true once its scripts listen: a press before that would be lost. */
export function useIsListening(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
