'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { Outcome } from '@/lib/errors';
import type { Autosave } from './autosave/autosave';

/** What the last command came to; `isLive` adds the way to the post. */
export interface Notice {
  text: string;
  isTrouble: boolean;
  isLive?: boolean;
}

/** Work for the server: it gets the version of the draft that is saved by then. */
export type ServerWork<T> = (draftVersion: number) => Promise<Outcome<T>>;

/** Runs commands on the post: first everything is saved, then the server is asked, then the page is fresh. */
export function usePostCommands(autosave: Autosave) {
  const router = useRouter();
  const [notice, setNotice] = useState<Notice | null>(null);
  const [isBusy, setBusy] = useState(false);
  const run = async <T>(work: ServerWork<T>, done: Omit<Notice, 'isTrouble'>): Promise<T | null> => {
    setBusy(true);
    try {
      const flushed = await autosave.flush();
      const outcome = flushed.ok ? await work(flushed.version) : flushed;
      if (!outcome.ok) {
        setNotice({ text: outcome.message, isTrouble: true });
        return null;
      }
      setNotice({ ...done, isTrouble: false });
      router.refresh();
      return outcome.value;
    } catch (error) {
      console.error(error);
      setNotice({ text: 'The server did not answer. Nothing was changed; try again.', isTrouble: true });
      return null;
    } finally {
      setBusy(false);
    }
  };
  useEffect(() => autosave.onChange(() => setNotice(null)), [autosave]);
  return { run, notice, isBusy };
}

export type PostCommands = ReturnType<typeof usePostCommands>;
