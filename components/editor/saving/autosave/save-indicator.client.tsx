'use client';
import { useSyncExternalStore } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import type { Notice } from '@/components/editor/ground/post-commands';
import type { SaveStatus } from '@/components/editor/ground/save-state';
import { postPath } from '@/lib/addresses';
import type { DeskStrings } from '@/lib/language/strings';
import type { PostState } from '@/lib/posts/types';
import type { Autosave } from './autosave';

interface SaveIndicatorProps {
  autosave: Autosave;
  notice: Notice | null;
  post: Pick<PostState, 'slug' | 'status' | 'hasUnpublishedChanges'>;
}

/**
 * Shows where the text is saved, or the result of the last command. It updates in the same task as the text, so
 * that it never shows an outdated state for new text.
 */
export function SaveIndicator({ autosave, notice, post }: SaveIndicatorProps) {
  const words = useDeskWords().saving;
  const status = useSyncExternalStore(
    autosave.watch,
    () => autosave.status,
    () => autosave.status,
  );
  const { kind } = status.state;
  const isLeftOut = post.status === 'scheduled' && post.hasUnpublishedChanges && !notice && kind === 'saved';
  const isTrouble = notice?.isTrouble || (kind !== 'saved' && kind !== 'saving' && kind !== 'waiting');
  return (
    <p
      role="status"
      data-part="save-indicator"
      className="text-soft text-small max-xs:px-2 max-xs:text-end data-trouble:text-accent km:leading-loose min-w-0 flex-1 leading-snug"
      data-trouble={isTrouble || undefined}
      data-state={kind}
      data-kept={status.isKept}
    >
      {notice ? notice.text : saveSentence(status, words)}
      {isLeftOut && ` · ${words.notScheduled}`}
      {notice?.isLive && post.slug && (
        <>
          {' · '}
          <a href={postPath(post.slug)} className="text-accent">
            {words.viewPost}
          </a>
        </>
      )}
    </p>
  );
}

/** Returns the indicator's sentence for a status. */
export function saveSentence({ state, isKept }: SaveStatus, words: DeskStrings['saving']): string {
  const kept = isKept ? words.kept : words.notYetKept;
  switch (state.kind) {
    case 'saved':
      return words.saved;
    case 'saving':
      return words.saving;
    case 'waiting':
      return isKept ? words.kept : words.waiting;
    case 'offline':
      return `${words.offline} · ${kept}`;
    case 'signedOut':
      return `${words.signedOut} · ${kept}`;
    case 'failed':
      return `${words.failed} ${state.message} · ${kept}`;
    case 'conflict':
      return words.decision;
  }
}
