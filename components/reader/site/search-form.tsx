import type { ReactNode } from 'react';
import type { LanguageCode } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import { SEARCH_CONTROL } from './styles';

interface Props {
  language: LanguageCode;
  id: string;
  /** What was searched for. */
  q?: string;
  /** Places it. */
  className?: string;
  /** More fields of the same form. */
  children?: ReactNode;
}

/** Shows the search form, which is sent as a plain request and needs no script. */
export function SearchForm({ language, id, q = '', className = '', children }: Props) {
  const words = stringsFor(language);
  return (
    <search className={`block ${className}`}>
      <form action="/search" className="max-w-[34rem] font-sans text-base leading-relaxed print:hidden">
        <label htmlFor={id} className="text-ui mb-1.5 block">
          {words.searchLabel}
        </label>
        <div className="flex gap-2">
          <input
            id={id}
            type="search"
            name="q"
            defaultValue={q}
            placeholder={words.searchHint}
            maxLength={200}
            className={`${SEARCH_CONTROL} border-soft bg-paper text-ink placeholder:text-soft min-w-0 flex-1 px-3 py-1.5 placeholder:opacity-100`}
          />
          <button type="submit" className={`${SEARCH_CONTROL} border-ink bg-ink text-paper px-3 py-1.5`}>
            {words.search}
          </button>
        </div>
        {children}
      </form>
    </search>
  );
}
