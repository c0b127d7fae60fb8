import { LANGUAGES, type LanguageCode, localText } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { Site } from '@/lib/settings/site';
import { SearchForm } from './search-form';

/** The end of every page: search, editions, archive, feeds. */
export function Footer({ site, language }: { site: Site; language: LanguageCode }) {
  const words = stringsFor(language);
  return (
    <footer className="footer">
      <SearchForm language={language} id="footer-search" />
      <nav aria-label={localText(site.name, language)}>
        <a href="/">{words.home}</a>
        <a href="/topics">{words.topics}</a>
        <a href="/archive">{words.archive}</a>
        <a href="/feeds">{words.feeds}</a>
        {site.languages.map((code) => (
          <a key={code} href={`/${code}`} lang={code} hrefLang={code}>
            {LANGUAGES[code].ownName}
          </a>
        ))}
      </nav>
      <p>{localText(site.name, language)}</p>
    </footer>
  );
}
