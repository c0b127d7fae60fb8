import { Fragment } from 'react';
import { Standfirst } from '@/components/reader/article/standfirst';
import { feedLinks } from '@/lib/formats/feeds/discovery';
import { listTopicsInUse } from '@/lib/labels/topics';
import { byName } from '@/lib/language/by-name';
import { LANGUAGES, localText } from '@/lib/language/languages';
import { database } from '@/lib/next/database';
import { listSeriesInUse } from '@/lib/series/series';
import { simpleMetadata, siteWords } from '../simple-metadata';
import { SimplePage } from '../simple-page';

export const dynamic = 'force-dynamic';

export const generateMetadata = () => simpleMetadata({ path: '/feeds', titleOf: (words) => words.feeds });

export default function FeedsPage() {
  const { words, language, site, only } = siteWords();
  const editions = site.languages.length > 1 ? site.languages : [];
  const places = [
    ...(only ? [] : [{ name: words.feedsOfSite, links: feedLinks({ kind: 'site' }, '') }]),
    ...(only ? [only] : editions).map((code) => ({
      name: LANGUAGES[code].ownName,
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
      <ul className="list-none py-4">
        {places.map(({ name, links }) => (
          <li key={links[0]?.href} className="py-2.5">
            <h2 className="text-body">{name}</h2>
            <p className="text-soft text-ui flex flex-wrap gap-x-5 font-sans leading-loose">
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
