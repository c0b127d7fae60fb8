import { editionPath } from '@/lib/addresses';
import { type LanguageCode, localText, mainLanguage } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { Site } from '@/lib/settings/site';
import { LanguageLinks } from './language-links';

interface Props {
  site: Site;
  language: LanguageCode;
  isFront: boolean;
  /** The page in other languages. */
  translations: { language: LanguageCode; slug: string }[];
}

/** Shows the publication's name, its navigation and its editions. */
export function Masthead({ site, language, isFront, translations }: Props) {
  const words = stringsFor(language);
  const hasEdition = language !== mainLanguage(site) && site.languages.includes(language);
  const home = hasEdition ? editionPath(language) : '/';
  const name = <a href={home}>{localText(site.name, language)}</a>;
  const tagline = localText(site.tagline, language);
  return (
    <header className={isFront ? 'masthead masthead-front' : 'masthead'}>
      <div data-part="masthead-name" className="masthead-name">
        {isFront ? <h1>{name}</h1> : <p>{name}</p>}
        {isFront && tagline && <p className="tagline">{tagline}</p>}
      </div>
      <nav aria-label={words.menu}>
        {site.navigation.map((item) => (
          <a key={item.path} href={item.path}>
            {localText(item.label, language)}
          </a>
        ))}
        <a href="/topics">{words.topics}</a>
        <a href="/archive">{words.archive}</a>
        <a href="/search">{words.search}</a>
        <LanguageLinks languages={site.languages} language={language} translations={translations} />
      </nav>
    </header>
  );
}
