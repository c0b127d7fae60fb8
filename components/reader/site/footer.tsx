import { editionPath } from '@/lib/addresses';
import { LANGUAGES, type LanguageCode, localText } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { Site } from '@/lib/settings/site';
import { ColourSwitch } from './colour-switch';
import { SearchForm } from './search-form';
import { TextEditionLink } from './text-edition-link';

interface Props {
  site: Site;
  language: LanguageCode;
  /** False on pages that offer a search themselves. */
  hasSearch: boolean;
  /** False for a preview, where there is no page to have other editions. */
  hasEditions: boolean;
}

/** Shows the end of every page: search, editions, archive, feeds. */
export function Footer({ site, language, hasSearch, hasEditions }: Props) {
  const words = stringsFor(language);
  return (
    <footer className="footer">
      {hasSearch && <SearchForm language={language} id="footer-search" />}
      <nav aria-label={localText(site.name, language)}>
        <a href="/">{words.home}</a>
        <a href="/topics">{words.topics}</a>
        <a href="/archive">{words.archive}</a>
        <a href="/corrections">{words.corrections}</a>
        <a href="/feeds">{words.feeds}</a>
        {hasEditions && <TextEditionLink language={language} />}
        {site.languages.length > 1 &&
          site.languages.map((code) => (
            <a key={code} href={editionPath(code)} lang={code} hrefLang={code}>
              {LANGUAGES[code].ownName}
            </a>
          ))}
      </nav>
      {hasEditions && <ColourSwitch language={language} />}
      <p className="footer-name">{localText(site.name, language)}</p>
    </footer>
  );
}
