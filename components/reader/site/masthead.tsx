import { editionPath } from '@/lib/addresses';
import { type LanguageCode, localText, mainLanguage } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { Site } from '@/lib/settings/site';
import { LanguageLinks } from './language-links';
import { PAGE_WIDTH, ROW_LINK } from './styles';

interface Props {
  site: Site;
  language: LanguageCode;
  isFront: boolean;
  /** The page in other languages. */
  translations: { language: LanguageCode; slug: string }[];
}

/** Shows the publication's name, its navigation and its editions. */
export function Masthead({ site, language, isFront, translations }: Props) {
  return (
    <header className={`${PAGE_WIDTH} pt-3 print:w-auto print:max-w-none`}>
      {isFront ? (
        <LargeName site={site} language={language} />
      ) : (
        <SmallName site={site} language={language} />
      )}
      <Navigation site={site} language={language} isFront={isFront} translations={translations} />
    </header>
  );
}

type NameProps = Pick<Props, 'site' | 'language'>;

function SmallName({ site, language }: NameProps) {
  return (
    <div data-part="masthead-name" className="text-card pb-2 leading-snug font-extrabold">
      <p>
        <HomeLink site={site} language={language} />
      </p>
    </div>
  );
}

/** The name as the heading of the front page, with the tagline below it. */
function LargeName({ site, language }: NameProps) {
  const tagline = localText(site.tagline, language);
  return (
    <div data-part="masthead-name" className="text-card pt-5 pb-4 text-center leading-snug">
      <h1 className="km:text-[clamp(2rem,8vw,3.25rem)] en:tracking-masthead text-[clamp(2.25rem,9vw,4rem)] font-extrabold">
        <HomeLink site={site} language={language} />
      </h1>
      {tagline && <p className="text-soft text-base">{tagline}</p>}
    </div>
  );
}

function HomeLink({ site, language }: NameProps) {
  const hasEdition = language !== mainLanguage(site) && site.languages.includes(language);
  return (
    <a href={hasEdition ? editionPath(language) : '/'} className="no-underline">
      {localText(site.name, language)}
    </a>
  );
}

function Navigation({ site, language, isFront, translations }: Props) {
  const words = stringsFor(language);
  return (
    <nav
      aria-label={words.menu}
      className={`border-b-rule text-ui leading-ui flex flex-wrap gap-x-5 border-b font-sans [border-top:4px_double_var(--strong-rule)] print:hidden ${isFront ? 'justify-center' : ''}`}
    >
      {site.navigation.map((item) => (
        <a key={item.path} href={item.path} className={ROW_LINK}>
          {localText(item.label, language)}
        </a>
      ))}
      <a href="/topics" className={ROW_LINK}>
        {words.topics}
      </a>
      <a href="/archive" className={ROW_LINK}>
        {words.archive}
      </a>
      <a href="/search" className={ROW_LINK}>
        {words.search}
      </a>
      <LanguageLinks
        languages={site.languages}
        language={language}
        translations={translations}
        className={isFront ? ROW_LINK : `${ROW_LINK} ml-auto`}
      />
    </nav>
  );
}
