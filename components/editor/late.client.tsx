'use client';
import { type ComponentType, useEffect, useState } from 'react';

interface LateProps<P> {
  /** The same function each time, since what it loaded is kept under it. */
  load: () => Promise<ComponentType<P>>;
  props: P;
}

// biome-ignore lint/suspicious/noExplicitAny: components of any props; each is taken out under its own loader alone.
const loaded = new Map<() => Promise<ComponentType<any>>, ComponentType<any>>();

/** Fetches a part before it is wanted. A failure says nothing: it is asked for again when it is wanted. */
export function fetchEarly<P extends object>(load: () => Promise<ComponentType<P>>): void {
  load().then(
    (part) => loaded.set(load, part),
    () => undefined,
  );
}

/**
 * A part of the editor that is fetched when it is first wanted. When the network is away the text goes on
 * without it, and it is asked for again the next time: a part that fails must never take the text along.
 */
export function Late<P extends object>({ load, props }: LateProps<P>) {
  const [, setLoaded] = useState(false);
  useEffect(() => {
    if (loaded.has(load)) return;
    load().then(
      (part) => {
        loaded.set(load, part);
        setLoaded(true);
      },
      (error) => console.warn('A part of the editor could not be loaded.', error),
    );
  }, [load]);
  const Part = loaded.get(load);
  return Part ? <Part {...props} /> : null;
}
