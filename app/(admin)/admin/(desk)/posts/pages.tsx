import { hintStyle } from '@/components/desk/ui/field';
import { Pagination } from '@/components/desk/ui/pagination';
import { adminPostsPath } from '@/lib/addresses';
import { fill } from '@/lib/language/fill';
import type { DeskStrings } from '@/lib/language/strings';

interface Props {
  /** Counts from 1. */
  page: number;
  total: number;
  /** Whether there are more posts than `total`, which were not counted. */
  isMore: boolean;
  /** Whether the page is full, so that another may follow. */
  isFull: boolean;
  pageSize: number;
  query: string;
  words: DeskStrings['posts'];
}

/** Shows the position in a long list and links to its other pages. */
export function Pages({ page, total, isMore, isFull, pageSize, query, words }: Props) {
  const pages = Math.ceil(total / pageSize);
  if (total === 0 || (pages === 1 && page === 1)) return null;
  const shown = (count: number) => (isMore ? `${count}+` : count);
  const hrefOf = (to: number) => {
    const params = new URLSearchParams(query);
    params.set('page', String(to));
    return adminPostsPath(params.toString());
  };
  const from = (page - 1) * pageSize + 1;
  return (
    <Pagination
      label={words.pages}
      previous={
        page > 1 ? { href: hrefOf(isMore ? page - 1 : Math.min(page - 1, pages)), name: words.newer } : null
      }
      next={(isMore ? isFull : page < pages) ? { href: hrefOf(page + 1), name: words.older } : null}
      className="mt-5"
    >
      <span>{fill(words.page, { page, pages: shown(pages) })}</span>
      {(isMore ? isFull : from <= total) && (
        <span className={hintStyle}>
          {fill(words.range, {
            from,
            to: isMore ? from + pageSize - 1 : Math.min(from + pageSize - 1, total),
            total: shown(total),
          })}
        </span>
      )}
    </Pagination>
  );
}
