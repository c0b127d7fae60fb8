'use client';
import { useKnownMedia } from '@/components/editor/ground/known-media.client';
import type { OpenWriting } from '@/components/editor/ground/open-writing';
import type { StoredDraft } from '@/components/editor/ground/save-state';
import type { Writing } from '@/lib/posts/types';
import type { Autosave } from '../autosave/autosave';
import { fetchDraft } from '../autosave/draft-client';
import type { OpenText } from '../opened';
import type { SetAsideTexts } from './use-set-aside';

/** Returns ways to continue with another text; the replaced text is always set aside first. */
export function useSetAsideTexts(
  postId: number,
  { autosave, read }: Pick<OpenWriting, 'read'> & { autosave: Autosave },
  onOpen: OpenText,
  { keep: setAside }: Pick<SetAsideTexts, 'keep'>,
) {
  const { add } = useKnownMedia();
  const putMineAside = () => setAside({ version: autosave.version, writing: read() });
  return {
    /** Continues with a text that the server does not have. @param line the edit session it belongs to. */
    async use(writing: Writing, line?: { line: string; sequence: number }) {
      await autosave.flush();
      await putMineAside();
      await autosave.abandon();
      onOpen({ version: autosave.version, writing }, true, line);
    },
    /** Continues with the server's text after a conflict. */
    async loadTheirs(theirs: StoredDraft) {
      await putMineAside();
      await autosave.abandon();
      // The server answered a moment ago; if it does not now, the pictures show as unavailable.
      await fetchDraft(postId).then(
        ({ media }) => add(media),
        (error) => console.warn('The pictures of the other text are unknown.', error),
      );
      onOpen(theirs, false);
    },
    /** Continues with a text merged from both after a conflict. */
    async merge(writing: Writing, theirs: StoredDraft) {
      await setAside(theirs);
      await putMineAside();
      await autosave.abandon();
      onOpen({ version: theirs.version, writing }, true);
    },
    /** Continues with this browser's text after a conflict. */
    async keepMine(theirs: StoredDraft) {
      await setAside(theirs);
      autosave.keepMine(theirs.version);
    },
  };
}
