'use client';
import { useState } from 'react';
import { NotTakenIn } from '@/components/uploads/send-file';
import type { MediaFacts } from '@/lib/media/media-facts';
import { useSignInAgain } from '../safety/sign-in-again.client';
import { useKnownMedia } from './known-media.client';
import { SignedOut, uploadPicture } from './media-client';

/** Takes pictures into the library one after another, and says how it goes. */
export function useUploads() {
  const { add } = useKnownMedia();
  const signInAgain = useSignInAgain();
  const [message, setMessage] = useState('');
  const uploadSignedIn = async (file: File): Promise<MediaFacts> => {
    try {
      return await uploadPicture(file);
    } catch (error) {
      if (!(error instanceof SignedOut) || !(await signInAgain())) throw error;
      return uploadPicture(file);
    }
  };
  const upload = async (files: File[]): Promise<MediaFacts[]> => {
    const taken: MediaFacts[] = [];
    const troubles: string[] = [];
    for (const [index, file] of files.entries()) {
      setMessage(
        files.length > 1 ? `Taking in picture ${index + 1} of ${files.length}…` : 'Taking in the picture…',
      );
      try {
        taken.push(await uploadSignedIn(file));
      } catch (error) {
        troubles.push(
          error instanceof NotTakenIn && error.isUnreachable
            ? 'The server cannot be reached.'
            : String((error as Error).message),
        );
      }
    }
    add(taken);
    setMessage(troubles.join(' '));
    return taken;
  };
  return { upload, message };
}
