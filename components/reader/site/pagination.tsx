import { type DateSettings, formatNumber } from '@/lib/language/dates';
import type { LanguageCode } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';

interface Props {
  language: LanguageCode;
  dates: Pick<DateSettings, 'hasOwnDigits'>;
  /** From 1. */
  page: number;
  pages: number;
  /** The address of a page of the same list. */
  hrefOf: (page: number) => string;
  /** What its links are called; without it, newer and older posts. */
  labels?: { previous: string; next: string };
}

/** Links to the previous and next page; renders nothing for a list of one page. */
export function Pagination({ language, dates, page, pages, hrefOf, labels }: Props) {
  if (pages <= 1) return null;
  const words = stringsFor(language);
  const number = (n: number) => formatNumber(n, language, dates);
  return (
    <nav
      className="text-ui leading-ui flex flex-wrap gap-x-6 gap-y-3 py-6 font-sans print:hidden"
      aria-label={words.pageOf}
    >
      {page > 1 && (
        <a href={hrefOf(page - 1)} rel="prev">
          ← {labels?.previous ?? words.newer}
        </a>
      )}{' '}
      <span>
        {words.pageOf} {number(page)} / {number(pages)}
      </span>{' '}
      {page < pages && (
        <a href={hrefOf(page + 1)} rel="next">
          {labels?.next ?? words.older} →
        </a>
      )}
    </nav>
  );
}
