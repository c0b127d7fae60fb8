'use client';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { EditActions } from '@/components/desk/pictures/edit-types';
import type { MediaFacts } from '@/lib/document/media-facts';
import type { PictureWords, PostActions } from './editor-types';
import { Lazy } from './lazy.client';

interface KnownMedia {
  find: (mediaId: string) => MediaFacts | undefined;
  add: (media: MediaFacts[]) => void;
  /** Saves words of the text to the library where the library has none of its own. @returns whether it saved any. */
  remember: (mediaId: string, words: PictureWords) => Promise<boolean>;
  /** Opens the dialog that turns and crops a picture; null for people who may not. */
  crop: ((mediaId: string) => void) | null;
}

const KnownMediaContext = createContext<KnownMedia>({
  find: () => undefined,
  add: () => {},
  remember: async () => false,
  crop: null,
});

interface KnownMediaProviderProps {
  media: MediaFacts[];
  rememberWords: PostActions['rememberWords'];
  /** What turns and crops pictures, for people who may. */
  editing: EditActions | null;
  children: ReactNode;
}

const loadEditDialog = () =>
  import('@/components/desk/pictures/edit-dialog.client').then((part) => part.EditDialog);

const NO_WORDS: PictureWords = { alt: '', caption: '', credit: '' };

/** Provides the facts of the post's pictures to every figure in the editor. */
export function KnownMediaProvider({ media, rememberWords, editing, children }: KnownMediaProviderProps) {
  const [known, setKnown] = useState(() => new Map(media.map((facts) => [facts.id, facts])));
  const [croppedId, setCroppedId] = useState<string | null>(null);
  const remembered = useRef(new Map<string, PictureWords>());
  const add = useCallback((more: MediaFacts[]) => {
    setKnown((before) => new Map([...before, ...more.map((facts) => [facts.id, facts] as const)]));
  }, []);
  const mayCrop = editing !== null;
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
    return { find: (id: string) => known.get(id), add, remember, crop: mayCrop ? setCroppedId : null };
  }, [known, add, rememberWords, mayCrop]);
  const cropped = croppedId === null ? undefined : known.get(croppedId);
  return (
    <KnownMediaContext value={value}>
      {children}
      {/* Not in the text, where it would be a part of what is edited. */}
      {editing && cropped && (
        <Lazy
          load={loadEditDialog}
          props={{
            picture: cropped,
            actions: editing,
            onSaved: (picture: MediaFacts) => {
              setCroppedId(null);
              add([picture]);
            },
            onClose: () => setCroppedId(null),
          }}
        />
      )}
    </KnownMediaContext>
  );
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
