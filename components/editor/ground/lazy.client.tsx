'use client';
import { type ComponentType, useEffect, useState } from 'react';

interface LazyProps<P> {
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

/** A part that could not be fetched is asked for again after this, ms. */
const AGAIN_MS = 3000;

/**
 * A part of the editor that is fetched when it is first wanted. When the network is away the text goes on
 * without it, and it is asked for again: a part that fails must never take the text along.
 */
export function Lazy<P extends object>({ load, props }: LazyProps<P>) {
  const [attempt, setAttempt] = useState(0);
  const Part = loaded.get(load);
  // biome-ignore lint/correctness/useExhaustiveDependencies(attempt): each attempt asks anew.
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
