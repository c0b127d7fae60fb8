'use client';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { MediaFacts } from '@/lib/media/media-facts';

interface KnownMedia {
  find: (mediaId: string) => MediaFacts | undefined;
  add: (media: MediaFacts[]) => void;
}

const KnownMediaContext = createContext<KnownMedia>({ find: () => undefined, add: () => {} });

/** Makes the facts of the post's pictures known to every figure in the editor. */
export function KnownMediaProvider({ media, children }: { media: MediaFacts[]; children: ReactNode }) {
  const [known, setKnown] = useState(() => new Map(media.map((facts) => [facts.id, facts])));
  const add = useCallback((more: MediaFacts[]) => {
    setKnown((before) => new Map([...before, ...more.map((facts) => [facts.id, facts] as const)]));
  }, []);
  const value = useMemo(() => ({ find: (id: string) => known.get(id), add }), [known, add]);
  return <KnownMediaContext value={value}>{children}</KnownMediaContext>;
}

/** The pictures that the editor knows, and a way to tell it more. */
export function useKnownMedia(): KnownMedia {
  return useContext(KnownMediaContext);
}
