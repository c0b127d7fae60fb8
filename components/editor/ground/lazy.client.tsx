'use client';
import { type ComponentType, useEffect, useState } from 'react';

interface LazyProps<P> {
  /** Must be the same function each time: the loaded component is cached under it. */
  load: () => Promise<ComponentType<P>>;
  props: P;
}

// biome-ignore lint/suspicious/noExplicitAny: components with any props; each is read only under its own loader.
const loaded = new Map<() => Promise<ComponentType<any>>, ComponentType<any>>();

/** Fetches a part before it is needed. A failure is ignored: the part is requested again when it is needed. */
export function fetchEarly<P extends object>(load: () => Promise<ComponentType<P>>): void {
  load().then(
    (part) => loaded.set(load, part),
    () => undefined,
  );
}

/** Delay before a failed fetch is retried, ms. */
const AGAIN_MS = 3000;

/**
 * Renders a part of the editor that is fetched on first use. Without a network the text stays usable and the fetch
 * is retried: a part that fails must never break the text.
 */
export function Lazy<P extends object>({ load, props }: LazyProps<P>) {
  const [attempt, setAttempt] = useState(0);
  const Part = loaded.get(load);
  // biome-ignore lint/correctness/useExhaustiveDependencies(attempt): each attempt fetches again.
  useEffect(() => {
    if (loaded.has(load)) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    load().then(
      (part) => {
        loaded.set(load, part);
        setAttempt((before) => before + 1);
      },
      (error) => {
        console.warn('A part of the editor could not be loaded.', error);
        timer = setTimeout(() => setAttempt((before) => before + 1), AGAIN_MS);
      },
    );
    return () => clearTimeout(timer);
  }, [load, attempt]);
  return Part ? <Part {...props} /> : null;
}
