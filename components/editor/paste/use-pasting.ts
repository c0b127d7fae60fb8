'use client';
import { useMemo, useRef, useState } from 'react';
import { useDeskWords } from '@/components/ui/desk-words.client';
import type { MediaFacts } from '@/lib/media/media-facts';
import { useKnownMedia } from '../pictures/known-media.client';
import { fetchPicture, uploadPicture } from '../pictures/media-client';
import type { PastedNews, PasteHooks } from './paste-extension';

/** What the author is told of the last paste. */
export interface LastPaste extends PastedNews {
  /** Pictures that stood in reach and still could not be had. */
  missed: number;
}

/** Takes pasted pictures into the library, and remembers what the last paste did. */
export function usePasting() {
  const { paste } = useDeskWords();
  const { add } = useKnownMedia();
  const [last, setLast] = useState<LastPaste | null>(null);
  const words = useRef(paste);
  words.current = paste;
  const hooks = useMemo((): PasteHooks => {
    const taken = async (work: () => Promise<MediaFacts>) => {
      try {
        const media = await work();
        add([media]);
        return media;
      } catch (error) {
        // The place of the picture and the summary say so to the author.
        console.warn('A picture could not be taken in.', error);
        return null;
      }
    };
    return {
      onPasted: (news) => setLast({ ...news, missed: 0 }),
      onPicturesMissed: (count) =>
        setLast((before) => before && { ...before, missed: before.missed + count }),
      takePicture: ({ address }) => taken(() => pictureAt(address ?? '')),
      takeFile: (file) => taken(() => uploadPicture(file)),
      words: () => words.current,
    };
  }, [add]);
  return { hooks, last, forget: () => setLast(null) };
}

async function pictureAt(address: string): Promise<MediaFacts> {
  if (/^https?:/i.test(address)) return fetchPicture(address);
  return uploadPicture(address.startsWith('blob:') ? await fromBlob(address) : fromData(address));
}

async function fromBlob(address: string): Promise<File> {
  const blob = await (await fetch(address)).blob();
  return new File([blob], 'pasted', { type: blob.type });
}

/** The policy of the page lets no script fetch a data: address; its bytes are in it anyway. */
function fromData(address: string): File {
  const [head = '', data = ''] = address.split(',', 2);
  const type = /^data:([^;,]+)/.exec(head)?.[1] ?? '';
  const bytes = head.endsWith(';base64') ? atob(data) : decodeURIComponent(data);
  return new File([Uint8Array.from(bytes, (byte) => byte.charCodeAt(0))], 'pasted', { type });
}
