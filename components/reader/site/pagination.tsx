import type { LanguageCode } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';

interface Props {
  language: LanguageCode;
  /** From 1. */
  page: number;
  pages: number;
  /** The address of a page of the same list. */
  hrefOf: (page: number) => string;
}

/** Links to newer and older posts; renders nothing for a list of one page. */
export function Pagination({ language, page, pages, hrefOf }: Props) {
  if (pages <= 1) return null;
  const words = stringsFor(language);
  return (
    <nav
      className="text-ui leading-ui flex flex-wrap gap-x-6 gap-y-3 py-6 font-sans print:hidden"
      aria-label={words.pageOf}
    >
      {page > 1 && (
        <a href={hrefOf(page - 1)} rel="prev">
          ← {words.newer}
        </a>
      )}
      <span>
        {words.pageOf} {page} / {pages}
      </span>
      {page < pages && (
        <a href={hrefOf(page + 1)} rel="next">
          {words.older} →
        </a>
      )}
    </nav>
  );
}
