'use client';
import { useState } from 'react';
import { type Send, UploadQueue } from '@/components/desk/uploads/upload-queue';
import { UploadRejected } from '@/components/desk/uploads/upload-rejected';
import { useKnownMedia } from '@/components/editor/ground/known-media.client';
import { useSignInAgain } from '@/components/editor/ground/sign-in-again';
import { IncomingPictures } from './incoming-pictures';
import { type PictureSource, sendPicture } from './picture-source';

/**
 * Creates the uploads of pictures into the text, for the life of the page.
 * @param onMissed the function of the first call is used.
 */
export function useIncomingPictures(onMissed: () => void): IncomingPictures {
  const { add } = useKnownMedia();
  const send = useSendSignedIn();
  const [incoming] = useState(
    () =>
      new IncomingPictures(new UploadQueue<PictureSource>(send), {
        onTaken: (media) => add([media]),
        onMissed,
      }),
  );
  return incoming;
}

/**
 * Returns a function that adds a picture to the library; when the session has ended, it retries once after signing
 * in without leaving the page.
 */
export function useSendSignedIn(): Send<PictureSource> {
  const signInAgain = useSignInAgain();
  return async (source, sending) => {
    try {
      return await sendPicture(source, sending);
    } catch (error) {
      const isSignedOut = error instanceof UploadRejected && error.isSignedOut;
      if (!isSignedOut || !(await signInAgain())) throw error;
      return sendPicture(source, sending);
    }
  };
}
