import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { tellPostsChanged } from '@/components/desk/ui/posts-changed';
import { adminPostPath } from '@/lib/addresses';
import type { Answer } from '@/lib/errors';
import { fill } from '@/lib/language/fill';
import type { BulkResult, Change } from '@/lib/posts/commands/change-posts';
import type { BulkAction, PostListActions, Target } from './post-list-types';

/** What was done, in a sentence, and what undoes it. */
export interface Done {
  text: string;
  undo: Change[];
  isTrouble?: boolean;
}

const SAID = {
  bin: 'didBin',
  restore: 'didRestore',
  withdraw: 'didWithdraw',
  purge: 'didPurge',
  addTopic: 'didRelabel',
  removeTopic: 'didRelabel',
  setAuthor: 'didRelabel',
} as const;

/** Runs bulk actions on posts and remembers how to undo the last one. */
export function useBulkActions(actions: PostListActions, first: Done | null) {
  const words = useDeskWords();
  const router = useRouter();
  const [done, setDone] = useState<Done | null>(first);
  const [isPending, start] = useTransition();

  function attempt<T>(work: () => Promise<Answer<T>>, onDone: (value: T) => void) {
    start(async () => {
      try {
        const outcome = await work();
        if (outcome.ok) {
          tellPostsChanged();
          onDone(outcome.value);
        } else setDone({ text: outcome.message, undo: [], isTrouble: true });
      } catch (error) {
        console.error(error);
        setDone({ text: words.common.noAnswer, undo: [], isTrouble: true });
      }
    });
  }

  const change = (target: Target, action: BulkAction, then?: () => void) =>
    attempt(
      () => actions.change({ target, action }),
      ({ count, undo }: BulkResult) => {
        const text = count === 0 ? words.posts.didNothing : fill(words.posts[SAID[action.kind]], { count });
        setDone({ text, undo });
        then?.();
      },
    );
  const undo = () =>
    attempt(
      () => actions.undo({ changes: done?.undo ?? [] }),
      () => setDone({ text: words.common.undone, undo: [] }),
    );
  const duplicate = (postId: number) =>
    attempt(
      () => actions.duplicate({ postId }),
      (copy) => router.push(adminPostPath(copy.postId)),
    );
  return { done, dismiss: () => setDone(null), isPending, change, undo, duplicate };
}
