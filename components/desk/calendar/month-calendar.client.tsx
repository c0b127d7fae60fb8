'use client';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { type ChosenTime, timeOf } from '@/components/desk/ui/chosen-time';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Toast } from '@/components/desk/ui/toast';
import type { CalendarDay, CalendarPost, MoveAction } from './calendar-types';
import { MoveDialog } from './move-dialog.client';
import { onOtherDay } from './other-day';
import { type Moved, useMoves } from './use-moves';
import { Weeks } from './weeks.client';

interface MonthCalendarProps {
  days: CalendarDay[];
  /** From Monday. */
  weekdays: string[];
  timeZone: string;
  move: MoveAction;
}

/** The post whose new time is asked for, and the time that is proposed. */
interface Asked {
  postId: number;
  first: ChosenTime;
}

/** Shows a month; scheduled posts move to another day by dragging, and to any time by their menu. */
export function MonthCalendar({ days, weekdays, timeZone, move }: MonthCalendarProps) {
  const moves = useMoves(move);
  const [asked, setAsked] = useState<Asked | null>(null);
  const calendar = useFocusOn(moves.moved, days);
  // Looked up at each rendering: a post may have got another time meanwhile, or have been published.
  const post = days.flatMap(({ posts }) => posts).find(({ id }) => id === asked?.postId);
  const ask = (postId: number, first: ChosenTime) => {
    moves.dismiss();
    setAsked({ postId, first });
  };
  const toDay = ({ id: postId, movableAt: from }: CalendarPost, day: string) => {
    if (from === null || moves.isPending) return;
    const there = onOtherDay(from, day, timeZone);
    if (there.kind === 'ask') ask(postId, there.time);
    if (there.kind === 'move') moves.move({ postId, from, at: there.at });
  };
  const onAsk = ({ id, movableAt }: CalendarPost) =>
    movableAt !== null && ask(id, timeOf(movableAt, timeZone));
  const isAsking = asked !== null && post !== undefined && post.movableAt !== null;
  return (
    <div ref={calendar} aria-busy={moves.isPending}>
      <Weeks days={days} weekdays={weekdays} timeZone={timeZone} onDay={toDay} onAsk={onAsk} />
      <MovedNotice moves={moves} isHidden={isAsking} />
      {isAsking && (
        <MoveDialog
          post={post}
          first={asked.first}
          timeZone={timeZone}
          moves={moves}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}

/** Says what became of the last move, and offers to undo it. */
function MovedNotice({ moves, isHidden }: { moves: ReturnType<typeof useMoves>; isHidden: boolean }) {
  const words = useDeskWords().common;
  const { moved, isPending, undo, dismiss } = moves;
  return (
    <Toast text={moved?.text} close={words.close} onClose={dismiss} isHidden={isHidden}>
      {moved?.undo && (
        <Button kind="tinted" isBusy={isPending} onClick={undo}>
          {words.undo}
        </Button>
      )}
    </Toast>
  );
}

/**
 * Returns the focus once to a post that was moved: its element went with its day, and the focus with it. If the post is
 * in another month now, the notice gets the focus, where the move can be undone.
 */
function useFocusOn(moved: Moved | null, days: CalendarDay[]) {
  const calendar = useRef<HTMLDivElement>(null);
  const waiting = useRef<Moved | null>(null);
  useEffect(() => {
    waiting.current = moved?.isTrouble ? null : moved;
  }, [moved]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the days may arrive before the answer, or after it.
  useEffect(() => {
    if (!waiting.current || document.activeElement !== document.body) return;
    const within = calendar.current;
    const post = within?.querySelector<HTMLElement>(`[data-post="${waiting.current.postId}"]`);
    waiting.current = null;
    (post ?? within?.querySelector<HTMLElement>('[role="status"] ~ button'))?.focus();
  }, [moved, days]);
  return calendar;
}
