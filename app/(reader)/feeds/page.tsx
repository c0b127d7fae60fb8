import { Fragment } from 'react';
import { Standfirst } from '@/components/reader/article/standfirst';
import { languageNameStyle } from '@/components/reader/site/language-name';
import { ROWS } from '@/components/reader/site/styles';
import { feedLinks } from '@/lib/formats/feeds/discovery';
import { listTopicsInUse } from '@/lib/labels/topics';
import { byName } from '@/lib/language/by-name';
import { LANGUAGES, type LanguageCode, localText } from '@/lib/language/languages';
import { database } from '@/lib/next/database';
import { listSeriesInUse } from '@/lib/series/series';
import { simpleMetadata, siteWords } from '../simple-metadata';
import { SimplePage } from '../simple-page';

export const dynamic = 'force-dynamic';

export const generateMetadata = () => simpleMetadata({ path: '/feeds', titleOf: (words) => words.feeds });

interface Place {
  name: string;
  /** Where the name is in a language of its own. */
  lang?: LanguageCode;
  links: ReturnType<typeof feedLinks>;
}

/** Lists the feeds of the publication, its editions, topics and series. */
export default function FeedsPage() {
  const { words, language, site, only } = siteWords();
  const editions = site.languages.length > 1 ? site.languages : [];
  const places: Place[] = [
    ...(only ? [] : [{ name: words.feedsOfSite, links: feedLinks({ kind: 'site' }, '') }]),
    ...(only ? [only] : editions).map((code) => ({
      name: LANGUAGES[code].ownName,
      lang: code,
      links: feedLinks({ kind: 'edition', slug: code }, ''),
    })),
    ...byName(listTopicsInUse(database(), only), language).map(({ slug, name }) => ({
      name: localText(name, language),
      links: feedLinks({ kind: 'topic', slug, only }, ''),
    })),
    ...byName(listSeriesInUse(database(), only), language).map(({ slug, name }) => ({
      name: `${words.series}: ${localText(name, language)}`,
      links: feedLinks({ kind: 'series', slug, only }, ''),
    })),
  ];
  return (
    <SimplePage heading={words.feeds}>
      <Standfirst className="my-6">{words.feedsIntro}</Standfirst>
      <ul className={ROWS.list}>
        {places.map(({ name, lang, links }) => (
          <li key={links[0]?.href} className={ROWS.row}>
            <h2 lang={lang} className={`text-body ${lang ? languageNameStyle(lang, language) : ''}`}>
              {name}
            </h2>
            <p className="text-soft text-ui leading-ui flex flex-wrap gap-x-5 font-sans">
              {links.map(({ href, form }) => (
                <Fragment key={href}>
                  <a href={href} className="py-1.5">
                    {form}
                  </a>{' '}
                </Fragment>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </SimplePage>
  );
}
