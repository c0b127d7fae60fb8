'use client';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { MediaFacts } from '@/lib/document/media-facts';
import type { PictureWords, PostActions } from './editor-types';

interface KnownMedia {
  find: (mediaId: string) => MediaFacts | undefined;
  add: (media: MediaFacts[]) => void;
  /** Saves words of the text to the library where the library has none of its own. @returns whether it saved any. */
  remember: (mediaId: string, words: PictureWords) => Promise<boolean>;
}

const KnownMediaContext = createContext<KnownMedia>({
  find: () => undefined,
  add: () => {},
  remember: async () => false,
});

interface KnownMediaProviderProps {
  media: MediaFacts[];
  rememberWords: PostActions['rememberWords'];
  children: ReactNode;
}

const NO_WORDS: PictureWords = { alt: '', caption: '', credit: '' };

/** Provides the facts of the post's pictures to every figure in the editor. */
export function KnownMediaProvider({ media, rememberWords, children }: KnownMediaProviderProps) {
  const [known, setKnown] = useState(() => new Map(media.map((facts) => [facts.id, facts])));
  const remembered = useRef(new Map<string, PictureWords>());
  const add = useCallback((more: MediaFacts[]) => {
    setKnown((before) => new Map([...before, ...more.map((facts) => [facts.id, facts] as const)]));
  }, []);
  const value = useMemo(() => {
    const remember = async (mediaId: string, words: PictureWords) => {
      const facts = known.get(mediaId);
      const before = remembered.current.get(mediaId) ?? NO_WORDS;
      if (!facts || !hasNews(words, facts, before)) return false;
      const outcome = await rememberWords({ mediaId, words, before });
      if (!outcome.ok) return false;
      remembered.current.set(mediaId, outcome.value);
      add([{ ...facts, ...outcome.value }]);
      return hasNews(outcome.value, facts, before);
    };
    return { find: (id: string) => known.get(id), add, remember };
  }, [known, add, rememberWords]);
  return <KnownMediaContext value={value}>{children}</KnownMediaContext>;
}

/** Returns the pictures that the editor knows, and a function that adds more. */
export function useKnownMedia(): KnownMedia {
  return useContext(KnownMediaContext);
}

/** Whether there are words that the library lacks, or that it got from this text in another form. */
function hasNews(words: PictureWords, facts: PictureWords, before: PictureWords): boolean {
  return (['alt', 'caption', 'credit'] as const).some((name) => {
    const isFree = facts[name] === '' || facts[name] === before[name];
    return isFree && words[name].trim() !== '' && words[name].trim() !== facts[name];
  });
}
