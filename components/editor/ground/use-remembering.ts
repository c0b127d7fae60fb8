'use client';
import { type FocusEvent, useState } from 'react';
import type { PictureWords } from './editor-types';
import { useKnownMedia } from './known-media.client';

/**
 * Remembers the words about a medium once its author leaves the fields in which they are written.
 * @returns what the element around the fields listens with, and whether words were just kept.
 */
export function useRemembering(mediaId: string, words: PictureWords) {
  const { remember } = useKnownMedia();
  const [isKept, setKept] = useState(false);
  const onBlur = (event: FocusEvent<HTMLElement>) => {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    remember(mediaId, words).then(setKept, (error: unknown) => {
      // The words are in the text; without a network the library gets them the next time.
      console.warn('The library could not keep the words of a picture.', error);
    });
  };
  return { onBlur, isKept };
}
