import type { LanguageCode } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';

/** Shows a small search field at the top of a page where there is room; elsewhere a link leads to the search. */
export function MastheadSearch({ language }: { language: LanguageCode }) {
  const words = stringsFor(language);
  return (
    <search
      aria-label={words.search}
      data-part="masthead-search"
      className="absolute top-3 right-0 hidden lg:block print:hidden"
    >
      <form action="/search" className="text-small leading-ui flex font-sans">
        <input
          type="search"
          name="q"
          aria-label={words.searchLabel}
          placeholder={words.searchHint}
          maxLength={200}
          className="border-rule bg-paper text-ink placeholder:text-soft w-44 rounded-l-xs border px-2.5 py-1 [font:inherit] placeholder:opacity-100"
        />
        <button
          type="submit"
          className="border-rule bg-wash text-ink rounded-r-xs border border-l-0 px-2.5 py-1 [font:inherit]"
        >
          {words.search}
        </button>
      </form>
    </search>
  );
}
