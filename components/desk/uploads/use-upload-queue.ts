'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { type Send, type UploadLine, UploadQueue } from './upload-queue';

type Watched = Pick<UploadQueue, 'subscribe' | 'snapshot' | 'retryUnreachable'>;

const NOTHING: readonly UploadLine[] = [];
/** A server that starts anew is there again after seconds, and no event tells of it. */
const RETRY_MS = 10_000;

/** A queue of uploads that lives as long as the page, and its lines. @param send as it is at the first call. */
export function useUploadQueue<Source extends { name: string }>(send: Send<Source>) {
  const [queue] = useState(() => new UploadQueue(send));
  return { queue, lines: useUploadLines(queue) };
}

/**
 * The lines of a queue, as they change. What is not sent yet holds the page back from closing; what did
 * not reach the server goes out again by itself.
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
