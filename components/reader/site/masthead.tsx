import { editionPath, postPath } from '@/lib/addresses';
import { formatDate } from '@/lib/language/dates';
import { fill } from '@/lib/language/fill';
import { type LanguageCode, localText, mainLanguage } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import { isElsewhere } from '@/lib/settings/link-names';
import type { MenuItem, Site } from '@/lib/settings/site';
import { LanguageLinks } from './language-links';
import { LinkList } from './link-list';
import { MastheadSearch } from './masthead-search';
import { MenuTopics } from './menu-topics';
import { SiteName } from './site-name';
import { PAGE_WIDTH, ROW_LINK } from './styles';

interface Props {
  site: Site;
  language: LanguageCode;
  isFront: boolean;
  /** The page in other languages. */
  translations: { language: LanguageCode; slug: string }[];
  /** When the newest post of a front page was published (epoch ms). */
  newestAt?: number;
  /** False on pages that offer a search themselves. */
  hasSearch: boolean;
}

/** Shows the publication's name, its navigation and its editions. */
export function Masthead(props: Props) {
  const { site, language, isFront, newestAt, hasSearch } = props;
  return (
    <header className={`${PAGE_WIDTH} relative pt-3 print:w-auto print:max-w-none`}>
      {newestAt !== undefined && <NewestDate at={newestAt} site={site} language={language} />}
      {isFront ? (
        <LargeName site={site} language={language} />
      ) : (
        <SmallName site={site} language={language} />
      )}
      <Navigation {...props} />
      <MenuTopics site={site} language={language} isFront={isFront} />
      {hasSearch && <MastheadSearch language={language} />}
    </header>
  );
}

type NameProps = Pick<Props, 'site' | 'language'>;

/** A page depends on no time but those of its posts, so its date is that of the newest. */
function NewestDate({ at, site, language }: NameProps & { at: number }) {
  const date = formatDate(at, language, site);
  return (
    <p className="text-soft text-small leading-ui text-center font-sans lg:absolute lg:top-4 lg:left-0">
      {fill(stringsFor(language).latestPost, { date })}
    </p>
  );
}

function SmallName({ site, language }: NameProps) {
  return (
    <div data-part="masthead-name" className="text-card pb-2 leading-snug font-extrabold lg:pr-72">
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
        <HomeLink site={site} language={language} isLarge />
      </h1>
      {tagline && <p className="text-soft text-base">{tagline}</p>}
    </div>
  );
}

function HomeLink({ site, language, isLarge }: NameProps & { isLarge?: boolean }) {
  const hasEdition = language !== mainLanguage(site) && site.languages.includes(language);
  return (
    <a href={hasEdition ? editionPath(language) : '/'} className="no-underline">
      <SiteName site={site} language={language} isLarge={isLarge} />
    </a>
  );
}

function Navigation({ site, language, isFront, translations, hasSearch }: Props) {
  const words = stringsFor(language);
  return (
    <LinkList
      label={words.menu}
      className={`border-b-rule text-ui leading-ui flex flex-wrap gap-x-5 border-b font-sans [border-top:4px_double_var(--strong-rule)] print:hidden ${isFront ? 'justify-center' : ''}`}
    >
      {site.navigation.map((item) => (
        <a
          key={item.path}
          href={pathOfItem(item, language)}
          rel={isElsewhere(item.path) ? 'external' : undefined}
          className={ROW_LINK}
        >
          {localText(item.label, language)}
        </a>
      ))}
      <a href="/topics" className={ROW_LINK}>
        {words.topics}
      </a>
      <a href="/archive" className={ROW_LINK}>
        {words.archive}
      </a>
      <a href="/search" className={hasSearch ? `${ROW_LINK} lg:hidden` : ROW_LINK}>
        {words.search}
      </a>
      <LanguageLinks
        languages={site.languages}
        language={language}
        translations={translations}
        className={isFront ? ROW_LINK : `${ROW_LINK} ml-auto`}
      />
    </LinkList>
  );
}

/** Returns the path of a link of the menu, in the language of the page if it is there. */
function pathOfItem({ path, translations = [] }: MenuItem, language: LanguageCode): string {
  const own = translations.find((other) => other.language === language);
  return own ? postPath(own.slug) : path;
}
