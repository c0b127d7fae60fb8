import { useRouter } from 'next/navigation';
import { useEffect, useState, useTransition } from 'react';
import { useDeskMoment, useDeskWords } from '@/components/desk/ui/desk-words.client';
import { onPostsChanged, tellPostsChanged } from '@/components/desk/ui/posts-changed';
import { fill } from '@/lib/language/fill';
import type { Move, MoveAction } from './calendar-types';

/** What became of the last move. */
export interface Moved {
  text: string;
  postId: number;
  /** What undoes it; null when nothing was changed, or when it was an undo. */
  undo: Move | null;
  isTrouble: boolean;
}

/** Moves scheduled posts, and remembers how to undo the last move. */
export function useMoves(action: MoveAction) {
  const { common, posts: words } = useDeskWords();
  const moment = useDeskMoment();
  const [moved, setMoved] = useState<Moved | null>(null);
  const [isPending, start] = useTransition();
  useChangesElsewhere();

  const run = (move: Move, text: string, undo: Move | null, onDone?: () => void) =>
    start(async () => {
      const { postId } = move;
      const refused = (why: string) => setMoved({ text: why, postId, undo: null, isTrouble: true });
      try {
        const answer = await action(move);
        if (!answer.ok) return refused(answer.message);
        tellPostsChanged();
        setMoved({ text, postId, undo, isTrouble: false });
        onDone?.();
      } catch (error) {
        console.error(error);
        refused(common.noAnswer);
      }
    });
  return {
    moved,
    isPending,
    dismiss: () => setMoved(null),
    move: (to: Move, onDone?: () => void) =>
      run(to, fill(words.moved, { date: moment(to.at) }), { ...to, from: to.at, at: to.from }, onDone),
    undo: () => moved?.undo && run(moved.undo, common.undone, null),
  };
}

/** Shows what another page of this browser has changed, before anybody moves it here. */
function useChangesElsewhere(): void {
  const router = useRouter();
  useEffect(() => onPostsChanged(() => router.refresh()), [router]);
}
