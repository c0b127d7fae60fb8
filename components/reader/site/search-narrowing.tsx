import { byName } from '@/lib/language/by-name';
import { type DateSettings, formatYear } from '@/lib/language/dates';
import { LANGUAGES, type LanguageCode, localText } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { FilterChoice, SearchFilters } from '@/lib/posts/search-filters';
import { SEARCH_CONTROL } from './styles';

interface Props {
  filters: SearchFilters;
  languages: LanguageCode[];
  language: LanguageCode;
  dates: Pick<DateSettings, 'hasOwnDigits'>;
  /** What was chosen, by the field's name in the address. */
  chosen: Record<'lang' | 'topic' | 'author' | 'year', string>;
}

/** Filters a search; collapsed until something is chosen. */
export function SearchNarrowing({ filters, languages, language, dates, chosen }: Props) {
  const words = stringsFor(language);
  const named = (choices: FilterChoice[]) =>
    byName(choices, language).map(({ slug, name }) => ({ value: slug, name: localText(name, language) }));
  const fields = [
    {
      name: 'lang',
      label: words.searchLanguage,
      choices: languages.map((code) => ({ value: code, name: LANGUAGES[code].ownName })),
    },
    { name: 'topic', label: words.topic, choices: named(filters.topics) },
    { name: 'author', label: words.author, choices: named(filters.authors) },
    {
      name: 'year',
      label: words.searchYear,
      choices: filters.years.map((year) => ({ value: year, name: formatYear(year, language, dates) })),
    },
  ] as const;
  // In a publication of one language there is nothing to choose from.
  const isShown = ({ name }: { name: string }) => name !== 'lang' || languages.length > 1;
  return (
    <details className="mt-3" open={Object.values(chosen).some(Boolean)}>
      <summary className="text-ui cursor-pointer py-1">{words.searchNarrow}</summary>
      {fields.filter(isShown).map(({ name, label, choices }) => (
        <label key={name} className="text-ui my-1.5 mr-4 inline-block">
          {label}
          <select
            name={name}
            defaultValue={chosen[name]}
            className={`${SEARCH_CONTROL} border-soft bg-paper text-ink block max-w-64 px-2 py-1`}
          >
            <option value="">{words.searchAny}</option>
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.name}
              </option>
            ))}
          </select>
        </label>
      ))}
    </details>
  );
}
