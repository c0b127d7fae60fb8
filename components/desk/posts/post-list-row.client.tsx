'use client';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { adminPostPath } from '@/lib/addresses';
import { fill } from '@/lib/language/fill';
import type { BulkAction, PostRow } from './post-list-types';
import { RowMenu } from './row-menu.client';

interface Props {
  post: PostRow;
  mayDecideAll: boolean;
  isSelected: boolean;
  isDisabled: boolean;
  onSelect: (isRange: boolean) => void;
  onAction: (action: BulkAction) => void;
  onDuplicate: () => void;
}

/** Shows one post: a checkbox, a link to open it, its facts, and a menu of actions. */
export function PostListRow(props: Props) {
  const { post, mayDecideAll, isSelected, isDisabled, onSelect, onAction, onDuplicate } = props;
  const words = useDeskWords().posts;
  const headline = post.headline || words.noHeadline;
  return (
    <li className={isSelected ? 'post-row is-selected' : 'post-row'}>
      <label className="post-box">
        <input
          type="checkbox"
          data-post={post.id}
          aria-label={fill(words.select, { headline })}
          checked={isSelected}
          disabled={isDisabled}
          onChange={() => undefined}
          onClick={(event) => onSelect(event.shiftKey)}
        />
      </label>
      <div className="post-words">
        <a
          className="headline"
          href={adminPostPath(post.id)}
          lang={post.headline ? post.language : undefined}
        >
          {headline}
        </a>
        <p className="meta">
          {post.badges.map(({ words, tone }) => (
            <span key={words} className={`badge badge-${tone}`}>
              {words}
            </span>
          ))}
          {post.facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      </div>
      <RowMenu label={fill(words.more, { headline })}>
        {post.viewHref && <a href={post.viewHref}>{words.view}</a>}
        {post.status === 'binned' ? (
          <button type="button" onClick={() => onAction({ kind: 'restore' })}>
            {words.fromBin}
          </button>
        ) : (
          <>
            <button type="button" onClick={onDuplicate}>
              {words.duplicate}
            </button>
            {mayDecideAll && post.viewHref && (
              <button type="button" onClick={() => onAction({ kind: 'withdraw' })}>
                {words.withdraw}
              </button>
            )}
            {(mayDecideAll || post.status === 'draft') && (
              <button type="button" onClick={() => onAction({ kind: 'bin' })}>
                {words.toBin}
              </button>
            )}
          </>
        )}
      </RowMenu>
    </li>
  );
}
