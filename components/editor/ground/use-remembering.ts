'use client';
import { type FocusEvent, useState } from 'react';
import type { PictureWords } from './editor-types';
import { useKnownMedia } from './known-media.client';

/**
 * Saves the words about a media file to the library when the focus leaves their fields.
 * @returns event handlers for the element around the fields, and whether words were just saved.
 */
export function useRemembering(mediaId: string, words: PictureWords) {
  const { remember } = useKnownMedia();
  const [isKept, setKept] = useState(false);
  const onBlur = (event: FocusEvent<HTMLElement>) => {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    remember(mediaId, words).then(setKept, (error: unknown) => {
      // The words stay in the text; if the network fails, the library gets them the next time.
      console.warn('The library could not keep the words of a picture.', error);
    });
  };
  return { onBlur, isKept };
}
