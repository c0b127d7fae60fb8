import { adminPostsPath } from '@/lib/addresses';
import { fill } from '@/lib/language/fill';
import type { DeskStrings } from '@/lib/language/strings';

interface Props {
  /** Counts from 1. */
  page: number;
  total: number;
  pageSize: number;
  query: string;
  words: DeskStrings['posts'];
}

/** Shows the position in a long list and links to its other pages. */
export function Pages({ page, total, pageSize, query, words }: Props) {
  const pages = Math.ceil(total / pageSize);
  if (total === 0 || (pages === 1 && page === 1)) return null;
  const hrefOf = (to: number) => {
    const params = new URLSearchParams(query);
    params.set('page', String(to));
    return adminPostsPath(params.toString());
  };
  const from = (page - 1) * pageSize + 1;
  return (
    <nav className="pages" aria-label={words.pages}>
      {page > 1 && (
        <a className="quiet" href={hrefOf(Math.min(page - 1, pages))}>
          {words.newer}
        </a>
      )}
      <span>{fill(words.page, { page, pages })}</span>
      {from <= total && (
        <span className="hint">
          {fill(words.range, { from, to: Math.min(from + pageSize - 1, total), total })}
        </span>
      )}
      {page < pages && (
        <a className="quiet" href={hrefOf(page + 1)}>
          {words.older}
        </a>
      )}
    </nav>
  );
}
