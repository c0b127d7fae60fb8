'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { sendFile } from './send-file';
import { type UploadLine, UploadQueue } from './upload-queue';

const NOTHING: readonly UploadLine[] = [];

/** A queue of uploads that lives as long as the page, and its lines. What is not sent yet holds the page back from closing. */
export function useUploadQueue() {
  const [queue] = useState(() => new UploadQueue(sendFile));
  const lines = useSyncExternalStore(queue.subscribe, queue.snapshot, () => NOTHING);
  const isHolding = lines.some(({ state }) => state !== 'done' && state !== 'refused');
  useEffect(() => {
    window.addEventListener('online', queue.retryUnreachable);
    return () => window.removeEventListener('online', queue.retryUnreachable);
  }, [queue]);
  useEffect(() => {
    if (!isHolding) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isHolding]);
  return { queue, lines };
}
