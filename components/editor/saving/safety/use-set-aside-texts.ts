'use client';
import { useKnownMedia } from '@/components/editor/ground/known-media.client';
import type { OpenWriting } from '@/components/editor/ground/open-writing';
import type { StoredDraft } from '@/components/editor/ground/save-state';
import type { Writing } from '@/lib/posts/types';
import type { Autosave } from '../autosave/autosave';
import { fetchDraft } from '../autosave/draft-client';
import type { OpenText } from '../opened';
import type { SetAsideTexts } from './use-set-aside';

/** Ways to go on with another text; the text that gives way is always put aside first. */
export function useSetAsideTexts(
  postId: number,
  { autosave, read }: Pick<OpenWriting, 'read'> & { autosave: Autosave },
  onOpen: OpenText,
  { keep: setAside }: Pick<SetAsideTexts, 'keep'>,
) {
  const { add } = useKnownMedia();
  const putMineAside = () => setAside({ version: autosave.version, writing: read() });
  return {
    /** Goes on with a text that the server does not have. @param line the line of writing it belongs to. */
    async use(writing: Writing, line?: { line: string; sequence: number }) {
      await autosave.flush();
      await putMineAside();
      await autosave.abandon();
      onOpen({ version: autosave.version, writing }, true, line);
    },
    /** After a conflict: goes on with the server's text. */
    async loadTheirs(theirs: StoredDraft) {
      await putMineAside();
      await autosave.abandon();
      // A moment ago it answered; if it does not now, the pictures show as not at hand.
      await fetchDraft(postId).then(
        ({ media }) => add(media),
        (error) => console.warn('The pictures of the other text are unknown.', error),
      );
      onOpen(theirs, false);
    },
    /** After a conflict: goes on with a text made of both. */
    async merge(writing: Writing, theirs: StoredDraft) {
      await setAside(theirs);
      await putMineAside();
      await autosave.abandon();
      onOpen({ version: theirs.version, writing }, true);
    },
    /** After a conflict: goes on with this browser's text. */
    async keepMine(theirs: StoredDraft) {
      await setAside(theirs);
      autosave.keepMine(theirs.version);
    },
  };
}
