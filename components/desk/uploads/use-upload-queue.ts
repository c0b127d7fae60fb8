'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { type Send, type UploadLine, UploadQueue } from './upload-queue';

type Watched = Pick<UploadQueue, 'subscribe' | 'snapshot' | 'retryUnreachable'>;

const NOTHING: readonly UploadLine[] = [];
/** A restarted server is back after seconds, and no event reports it. */
const RETRY_MS = 10_000;

/**
 * Returns a queue of uploads that lives as long as the page, and its lines. @param send the function of the first call
 * is used.
 */
export function useUploadQueue<Source extends { name: string }>(send: Send<Source>) {
  const [queue] = useState(() => new UploadQueue(send));
  return { queue, lines: useUploadLines(queue) };
}

/**
 * Returns the lines of a queue, as they change. Unsent files make the browser ask before the page closes; files that
 * did not reach the server are sent again automatically.
 */
export function useUploadLines(queue: Watched): readonly UploadLine[] {
  const lines = useSyncExternalStore(queue.subscribe, queue.snapshot, () => NOTHING);
  const isHolding = lines.some(({ state }) => state !== 'done' && state !== 'refused');
  const isCutOff = lines.some(({ state }) => state === 'unreachable');
  useEffect(() => {
    if (!isCutOff) return;
    const timer = setInterval(() => navigator.onLine && queue.retryUnreachable(), RETRY_MS);
    window.addEventListener('online', queue.retryUnreachable);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', queue.retryUnreachable);
    };
  }, [queue, isCutOff]);
  useEffect(() => {
    if (!isHolding) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isHolding]);
  return lines;
}
