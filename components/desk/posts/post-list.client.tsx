'use client';
import { type KeyboardEvent, useState } from 'react';
import { boxStyle } from '@/components/desk/ui/checkbox';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Rows } from '@/components/desk/ui/page';
import { useIsListening } from '@/components/desk/ui/use-is-listening';
import { fill } from '@/lib/language/fill';
import { DoneNotice } from './done-notice.client';
import { PostListRow } from './post-list-row.client';
import type { BulkAction, Choice, PostListActions, PostRow } from './post-list-types';
import { extend, NOTHING, toggle, togglePage } from './selection';
import { SelectionBar } from './selection-bar.client';
import { useBulkActions } from './use-bulk-actions';

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
  const { posts, total, isMore, query, isBin, mayDecideAll, topics, authors, justBinned, actions } = props;
  const words = useDeskWords().posts;
  const [selection, setSelection] = useState(NOTHING);
  const isListening = useIsListening();
  const bulk = useBulkActions(
    actions,
    justBinned === null
      ? null
      : { text: fill(words.didBin, { count: 1 }), undo: [{ kind: 'restore', postIds: [justBinned] }] },
  );
  const rows = posts.map(({ id }) => id);
  const selected = rows.filter((id) => selection.ids.has(id));
  const count = selection.isMatching ? total : selected.length;
  const clear = () => setSelection(NOTHING);
  const target = selection.isMatching ? { query } : { postIds: selected };
  const doSelected = (action: BulkAction) => bulk.change(target, action, clear);
  const isWholePage = rows.length > 0 && selected.length === rows.length;
  return (
    <div>
      {rows.length > 0 && (
        <label className="text-small text-soft flex min-h-11 cursor-pointer items-center gap-3 pl-2.5">
          <input
            className={`cursor-pointer ${boxStyle}`}
            type="checkbox"
            checked={isWholePage}
            disabled={!isListening}
            onChange={() => setSelection(togglePage(selection, rows))}
          />
          {words.selectPage}
        </label>
      )}
      <Rows
        aria-label={words.list}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && count > 0) clear();
          const next = moveBetweenBoxes(event);
          if (next !== null && event.shiftKey) setSelection(extendFrom(event, next));
        }}
      >
        {posts.map((post) => (
          <PostListRow
            key={post.id}
            post={post}
            mayDecideAll={mayDecideAll}
            isSelected={selection.isMatching || selection.ids.has(post.id)}
            isDisabled={!isListening}
            onSelect={(isRange) =>
              setSelection(isRange ? extend(selection, rows, post.id) : toggle(selection, post.id))
            }
            onAction={(action) => bulk.change({ postIds: [post.id] }, action)}
            onDuplicate={() => bulk.duplicate(post.id)}
          />
        ))}
      </Rows>
      {count > 0 && (
        <SelectionBar
          count={count}
          total={total}
          onSelectMatching={
            isWholePage && !selection.isMatching && !isMore && total > rows.length
              ? () => setSelection({ ...selection, isMatching: true })
              : null
          }
          onClear={clear}
          onAction={doSelected}
          isBin={isBin}
          mayDecideAll={mayDecideAll}
          isPending={bulk.isPending}
          topics={topics}
          authors={authors}
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

  function extendFrom(event: KeyboardEvent, next: number) {
    const from = selection.anchor ?? idOf(event.target);
    return extend({ ...selection, anchor: from }, rows, next);
  }
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
