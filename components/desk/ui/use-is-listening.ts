import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False in the page as it arrives, true once its scripts listen: what is pressed before would be lost. */
export function useIsListening(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
