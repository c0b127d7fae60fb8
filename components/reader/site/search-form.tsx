import type { ReactNode } from 'react';
import type { LanguageCode } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';

interface Props {
  language: LanguageCode;
  id: string;
  /** What was searched for. */
  q?: string;
  /** More fields of the same form. */
  children?: ReactNode;
}

/** Shows the search form, which is sent as a plain request and needs no script. */
export function SearchForm({ language, id, q = '', children }: Props) {
  const words = stringsFor(language);
  return (
    <search>
      <form className="search-form" action="/search">
        <label htmlFor={id}>{words.searchLabel}</label>
        <div>
          <input
            id={id}
            type="search"
            name="q"
            defaultValue={q}
            placeholder={words.searchHint}
            maxLength={200}
          />
          <button type="submit">{words.search}</button>
        </div>
        {children}
      </form>
    </search>
  );
}
