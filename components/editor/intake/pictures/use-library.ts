'use client';
import { useEffect, useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { listPictures, type PickableMedia } from './media-client';

const TYPING_PAUSE_MS = 250;

/** Lists the library items that match `q`, newest first, a page at a time. */
export function useLibrary(q: string, isPicturesOnly: boolean) {
  const words = useDeskWords().library;
  const [asked, setAsked] = useState({ q, page: 1 });
  const [found, setFound] = useState<{ media: PickableMedia[]; total: number } | null>(null);
  const [trouble, setTrouble] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked({ q, page: 1 }), q ? TYPING_PAUSE_MS : 0);
    return () => clearTimeout(timer);
  }, [q]);
  useEffect(() => {
    const stopped = new AbortController();
    listPictures({ ...asked, isPicturesOnly }, stopped.signal).then(
      ({ media, total }) => {
        setTrouble('');
        setFound((before) => ({
          media: asked.page > 1 && before ? [...before.media, ...media] : media,
          total,
        }));
      },
      (error: Error) => stopped.signal.aborted || setTrouble(error.message || words.unreachable),
    );
    return () => stopped.abort();
  }, [asked, isPicturesOnly, words]);
  const media = found?.media ?? [];
  return {
    media,
    hasMore: media.length < (found?.total ?? 0),
    more: () => setAsked(({ q, page }) => ({ q, page: page + 1 })),
    message: trouble || (found ? found.total === 0 && words.noneFound : words.looking),
  };
}
