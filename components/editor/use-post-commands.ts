'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { tellPostsChanged } from '@/components/desk/ui/posts-changed';
import type { Answer } from '@/lib/errors';
import type { Notice, PostCommands, ServerWork } from './ground/post-commands';
import { useSignInAgain } from './ground/sign-in-again';
import type { Autosave } from './saving/autosave/autosave';
import { unsavedReason } from './saving/autosave/unsaved-reason';

/**
 * Runs commands on the post: saves everything, calls the server, then refreshes the page.
 * @param ask asks the server what has become of the post, after a refusal because of what happened elsewhere.
 */
export function usePostCommands(autosave: Autosave, ask: () => Promise<void>): PostCommands {
  const router = useRouter();
  const words = useDeskWords().saving;
  const signInAgain = useSignInAgain();
  const [notice, setNotice] = useState<Notice | null>(null);
  const [isBusy, setBusy] = useState(false);
  /** Saves, then calls the server; when the session has ended, retries once after signing in. */
  const attempt = async <T>(work: ServerWork<T>): Promise<Answer<T> | { ok: false; message: string }> => {
    const flushed = await autosave.flush();
    const outcome = flushed.ok ? await work(flushed.version) : null;
    const isSignedOut = flushed.ok
      ? outcome?.ok === false && outcome.code === 'signed_out'
      : flushed.state.kind === 'signedOut';
    if (isSignedOut && (await signInAgain())) return attempt(work);
    return outcome ?? { ok: false, message: flushed.ok ? '' : unsavedReason(flushed.state, words) };
  };
  const run = async <T>(work: ServerWork<T>, done: Omit<Notice, 'isTrouble'>): Promise<T | null> => {
    setBusy(true);
    try {
      const outcome = await attempt(work);
      if (!outcome.ok) {
        setNotice({ text: outcome.message, isTrouble: true });
        if ('code' in outcome && outcome.code === 'conflict') void ask();
        return null;
      }
      setNotice({ ...done, isTrouble: false });
      tellPostsChanged();
      router.refresh();
      return outcome.value;
    } catch (error) {
      console.error(error);
      setNotice({ text: words.serverSilent, isTrouble: true });
      return null;
    } finally {
      setBusy(false);
    }
  };
  useEffect(() => autosave.onChange(() => setNotice(null)), [autosave]);
  return { run, notice, isBusy };
}
