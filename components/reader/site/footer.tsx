import { editionPath } from '@/lib/addresses';
import { LANGUAGES, type LanguageCode, localText } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { Site } from '@/lib/settings/site';
import { ColourSwitch } from './colour-switch';
import { FooterWords } from './footer-words';
import { languageNameStyle } from './language-name';
import { LinkList } from './link-list';
import { SearchForm } from './search-form';
import { PAGE_WIDTH, ROW_LINK } from './styles';
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
  return (
    <footer
      className={`${PAGE_WIDTH} border-strong-rule text-soft text-ui mt-16 gap-x-16 border-t-2 pt-6 pb-12 font-sans leading-loose lg:grid lg:grid-cols-2 print:hidden`}
    >
      <div>
        {hasSearch && <SearchForm language={language} id="footer-search" className="mb-4" />}
        <Navigation site={site} language={language} hasEditions={hasEditions} />
        {hasEditions && <ColourSwitch language={language} />}
      </div>
      <div>
        <p className="text-card text-ink font-serif leading-relaxed font-extrabold">
          {localText(site.name, language)}
        </p>
        <FooterWords site={site} language={language} />
      </div>
    </footer>
  );
}

function Navigation({ site, language, hasEditions }: Omit<Props, 'hasSearch'>) {
  const words = stringsFor(language);
  const places = [
    { href: '/', name: words.home },
    { href: '/topics', name: words.topics },
    { href: '/archive', name: words.archive },
    { href: '/corrections', name: words.corrections },
    { href: '/feeds', name: words.feeds },
  ];
  return (
    <LinkList label={localText(site.name, language)} className="mb-2 flex flex-wrap gap-x-5">
      {places.map(({ href, name }) => (
        <a key={href} href={href} className={ROW_LINK}>
          {name}
        </a>
      ))}
      {hasEditions && <TextEditionLink language={language} className={ROW_LINK} />}
      {site.languages.length > 1 &&
        site.languages.map((code) => (
          <a
            key={code}
            href={editionPath(code)}
            lang={code}
            hrefLang={code}
            className={`${ROW_LINK} ${languageNameStyle(code, language)}`}
          >
            {LANGUAGES[code].ownName}
          </a>
        ))}
    </LinkList>
  );
}
