'use client';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { onPostsChanged } from '@/components/desk/ui/posts-changed';
import type { PostNews } from '@/components/editor/ground/post-news';
import type { PostDraft, PostState } from '@/lib/posts/types';
import { isPublic } from '@/lib/visibility';
import { askForState } from './ask-for-state';
import { watchDue } from './watch-due';

/**
 * Keeps what an open editor says of its post true: the clock, another tab or another person may publish it. Every save
 * is answered with the state of the post; the server is asked for it when a scheduled post is due, when another page of
 * this browser has changed posts, and when the page is shown again. Nothing is asked in between.
 * @param served the post as the page was rendered, anew after each command.
 */
export function usePostNews(served: PostDraft): { draft: PostDraft; news: PostNews } {
  const router = useRouter();
  const [known, setKnown] = useState<{ of: PostDraft; state: PostState } | null>(null);
  const [wentLiveAt, setWentLiveAt] = useState<number | null>(null);
  const clockAheadMs = useRef(0);
  const draft = useMemo(
    () => (known?.of === served ? { ...served, ...known.state } : served),
    [known, served],
  );
  const latest = useRef({ draft, served });
  latest.current = { draft, served };

  const hear = useCallback(() => {
    const of = latest.current.served;
    return (state: PostState) => {
      const before = latest.current.draft;
      if (of !== latest.current.served || isSameState(before, state)) return;
      setKnown({ of, state });
      if (isPublishedByClock(before, state, Date.now() + clockAheadMs.current))
        setWentLiveAt(before.scheduledAt);
      // The page also shows what depends on the status: the rights of an author, the parts of a series.
      if (before.status !== state.status) router.refresh();
    };
  }, [router]);

  const { postId } = served;
  const ask = useCallback(async () => {
    const heard = hear();
    const answer = await askForState(postId);
    if (!answer) return;
    clockAheadMs.current = answer.now - Date.now();
    heard(answer.state);
  }, [postId, hear]);

  const dueAt = draft.status === 'scheduled' ? draft.scheduledAt : null;
  useEffect(() => {
    if (dueAt === null) return;
    return watchDue({ at: dueAt, now: () => Date.now() + clockAheadMs.current, ask });
  }, [dueAt, ask]);
  useEffect(() => watchReturn(() => void ask()), [ask]);
  useEffect(() => onPostsChanged(() => void ask()), [ask]);
  return { draft, news: { hear, ask, wentLiveAt, dismiss: () => setWentLiveAt(null) } };
}

/** Calls `back` when the page is shown again, or its machine is online again. @returns a function that ends it. */
function watchReturn(back: () => void): () => void {
  const watching = new AbortController();
  const { signal } = watching;
  const shown = () => document.visibilityState === 'visible' && back();
  document.addEventListener('visibilitychange', shown, { signal });
  window.addEventListener('pageshow', ({ persisted }) => persisted && back(), { signal });
  window.addEventListener('online', back, { signal });
  return () => watching.abort();
}

function isSameState(one: PostState, other: PostState): boolean {
  return (
    one.status === other.status &&
    one.slug === other.slug &&
    one.publishedAt === other.publishedAt &&
    one.scheduledAt === other.scheduledAt &&
    one.hasUnpublishedChanges === other.hasUnpublishedChanges
  );
}

/** Whether the clock published the post: somebody who publishes it earlier knows that. */
function isPublishedByClock(before: PostState, after: PostState, now: number): boolean {
  const { status, scheduledAt } = before;
  return status === 'scheduled' && isPublic(after.status) && scheduledAt !== null && now >= scheduledAt;
}
