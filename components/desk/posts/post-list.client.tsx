'use client';
import type { KeyboardEvent } from 'react';
import { boxStyle } from '@/components/desk/ui/checkbox';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Rows } from '@/components/desk/ui/page';
import { useIsListening } from '@/components/desk/ui/use-is-listening';
import { fill } from '@/lib/language/fill';
import { DoneNotice } from './done-notice.client';
import { PostListRow } from './post-list-row.client';
import type { Choice, PostListActions, PostRow } from './post-list-types';
import { SelectionBar } from './selection-bar.client';
import { useBulkActions } from './use-bulk-actions';
import { type PostSelection, useSelection } from './use-selection';

interface Props {
  posts: PostRow[];
  /** How many match, including other pages. */
  total: number;
  /** Whether there are more than `total`: too many to be changed together. */
  isMore: boolean;
  /** The query that they match. */
  query: string;
  isBin: boolean;
  /** False for a person who may only bin and restore their own drafts. */
  mayDecideAll: boolean;
  topics: Choice[];
  authors: Choice[];
  /** The post that was moved to the bin on the previous page. */
  justBinned: number | null;
  actions: PostListActions;
}

/** Lists posts, to open and to select for bulk actions. */
export function PostList(props: Props) {
  const { posts, total, isMore, query, justBinned, actions } = props;
  const words = useDeskWords().posts;
  const rows = posts.map(({ id }) => id);
  const selection = useSelection(rows, total);
  const { count, clear } = selection;
  const bulk = useBulkActions(
    actions,
    justBinned === null
      ? null
      : { text: fill(words.didBin, { count: 1 }), undo: [{ kind: 'restore', postIds: [justBinned] }] },
  );
  const target = selection.isMatching ? { query } : { postIds: selection.selected };
  const mayTakeAll = selection.isWholePage && !selection.isMatching && !isMore && total > rows.length;
  return (
    <div>
      {rows.length > 0 && <PageBox selection={selection} />}
      <PostRows {...props} selection={selection} bulk={bulk} />
      {count > 0 && (
        <SelectionBar
          {...props}
          count={count}
          onSelectMatching={mayTakeAll ? selection.selectMatching : null}
          onClear={clear}
          onAction={(action) => bulk.change(target, action, clear)}
          isPending={bulk.isPending}
        />
      )}
      <DoneNotice
        done={bulk.done}
        isPending={bulk.isPending}
        onUndo={bulk.undo}
        onDismiss={bulk.dismiss}
        isHidden={count > 0}
      />
    </div>
  );
}

/** Selects all posts of the page. */
function PageBox({ selection }: { selection: PostSelection }) {
  const isListening = useIsListening();
  return (
    <label className="text-small text-soft flex min-h-11 cursor-pointer items-center gap-3 pl-2.5">
      <input
        className={`cursor-pointer ${boxStyle}`}
        type="checkbox"
        checked={selection.isWholePage}
        disabled={!isListening}
        onChange={selection.togglePage}
      />
      {useDeskWords().posts.selectPage}
    </label>
  );
}

interface RowsProps extends Pick<Props, 'posts' | 'mayDecideAll'> {
  selection: PostSelection;
  bulk: ReturnType<typeof useBulkActions>;
}

function PostRows({ posts, mayDecideAll, selection, bulk }: RowsProps) {
  const words = useDeskWords().posts;
  const isListening = useIsListening();
  return (
    <Rows
      aria-label={words.list}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && selection.count > 0) selection.clear();
        const next = moveBetweenBoxes(event);
        if (next !== null && event.shiftKey) selection.extendTo(next, idOf(event.target));
      }}
    >
      {posts.map((post) => (
        <PostListRow
          key={post.id}
          post={post}
          mayDecideAll={mayDecideAll}
          isSelected={selection.has(post.id)}
          isDisabled={!isListening}
          onSelect={(isRange) => (isRange ? selection.extendTo(post.id) : selection.toggle(post.id))}
          onAction={(action) => bulk.change({ postIds: [post.id] }, action)}
          onDuplicate={() => bulk.duplicate(post.id)}
        />
      ))}
    </Rows>
  );
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** @returns the post whose checkbox now has the focus, or null when the key was for something else. */
function moveBetweenBoxes(event: KeyboardEvent<HTMLElement>): number | null {
  const step = STEPS[event.key];
  if (!step || !(event.target instanceof HTMLInputElement)) return null;
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[data-post]')];
  const next = boxes[boxes.indexOf(event.target) + step];
  if (!next) return null;
  event.preventDefault();
  next.focus();
  return idOf(next);
}

function idOf(box: EventTarget): number | null {
  return box instanceof HTMLInputElement && box.dataset.post ? Number(box.dataset.post) : null;
}
