'use client';
import type { Notice } from '../use-post-commands';
import type { SaveState } from './save-state';

/** Says in plain words where the text is, or what the last command came to. */
export function SaveIndicator({ state, notice, slug }: SaveIndicatorProps) {
  const isTrouble = notice?.isTrouble || (state.kind !== 'saved' && state.kind !== 'saving');
  return (
    <p role="status" className={`save-indicator${isTrouble ? ' is-trouble' : ''}`} data-state={state.kind}>
      {notice ? notice.text : saveSentence(state)}
      {notice?.isLive && slug && (
        <>
          {' · '}
          <a href={`/${slug}`}>View the post</a>
        </>
      )}
    </p>
  );
}

interface SaveIndicatorProps {
  state: SaveState;
  notice: Notice | null;
  slug: string;
}

/** What the indicator says of a state. */
export function saveSentence(state: SaveState): string {
  switch (state.kind) {
    case 'saved':
      return 'Saved';
    case 'saving':
      return 'Saving…';
    case 'offline':
      return state.kept
        ? 'Offline – kept here, will save when back'
        : 'Offline – keep this page open, it will save when back';
    case 'failed':
      return `Could not save: ${state.message}`;
    case 'conflict':
      return 'Changed elsewhere';
  }
}
