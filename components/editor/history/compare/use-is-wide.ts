import { useSyncExternalStore } from 'react';

const WIDE = '(min-width: 52rem)';

/** Returns whether there is room for two texts side by side. */
export function useIsWide(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const query = window.matchMedia(WIDE);
      query.addEventListener('change', onChange);
      return () => query.removeEventListener('change', onChange);
    },
    () => window.matchMedia(WIDE).matches,
    () => false,
  );
}
