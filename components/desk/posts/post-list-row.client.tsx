'use client';
import { Badge } from '@/components/desk/ui/badge';
import { boxStyle } from '@/components/desk/ui/checkbox';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { MenuButton, MenuItem } from '@/components/desk/ui/menu.client';
import { Meta } from '@/components/desk/ui/page';
import { adminPostPath } from '@/lib/addresses';
import { fill } from '@/lib/language/fill';
import type { BulkAction, PostRow } from './post-list-types';

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
    <li className="data-selected:bg-wash flex items-start gap-1 py-2" data-selected={isSelected || undefined}>
      <label className="grid h-11 w-9.5 flex-none cursor-pointer place-items-center">
        <input
          className={`cursor-pointer ${boxStyle}`}
          type="checkbox"
          data-post={post.id}
          aria-label={fill(words.select, { headline })}
          checked={isSelected}
          disabled={isDisabled}
          onChange={() => undefined}
          onClick={(event) => onSelect(event.shiftKey)}
        />
      </label>
      <div className="min-w-0 flex-1 py-2 wrap-anywhere">
        <a
          className="text-title font-semibold hover:underline"
          href={adminPostPath(post.id)}
          lang={post.headline ? post.language : undefined}
        >
          {headline}
        </a>
        <Meta as="p">
          {post.badges.map(({ words, tone }) => (
            <Badge key={words} tone={tone}>
              {words}
            </Badge>
          ))}
          {post.facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
          {post.versions.length > 0 && <Versions versions={post.versions} />}
        </Meta>
      </div>
      <MenuButton label={fill(words.more, { headline })}>
        {post.viewHref && <MenuItem href={post.viewHref}>{words.view}</MenuItem>}
        {post.status === 'binned' ? (
          <MenuItem onPick={() => onAction({ kind: 'restore' })}>{words.fromBin}</MenuItem>
        ) : (
          <>
            <MenuItem onPick={onDuplicate}>{words.duplicate}</MenuItem>
            {mayDecideAll && post.viewHref && (
              <MenuItem onPick={() => onAction({ kind: 'withdraw' })}>{words.withdraw}</MenuItem>
            )}
            {(mayDecideAll || post.status === 'draft') && (
              <MenuItem onPick={() => onAction({ kind: 'bin' })}>{words.toBin}</MenuItem>
            )}
          </>
        )}
      </MenuButton>
    </li>
  );
}

/** Leads to the versions in other languages. */
function Versions({ versions }: Pick<PostRow, 'versions'>) {
  return (
    <span className="flex flex-wrap items-center gap-x-1.5">
      {useDeskWords().posts.alsoIn}
      {versions.map(({ href, language, name }) => (
        <a
          key={href}
          href={href}
          lang={language}
          hrefLang={language}
          className="-mx-1 inline-flex min-h-6 min-w-6 items-center px-1 underline"
        >
          {name}
        </a>
      ))}
    </span>
  );
}
