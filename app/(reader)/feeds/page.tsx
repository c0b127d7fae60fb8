import { feedLinks } from '@/lib/formats/feeds/discovery';
import { listTopicsInUse } from '@/lib/labels/topics';
import { LANGUAGES, localText } from '@/lib/language/languages';
import { database } from '@/lib/next/database';
import { simpleMetadata, siteWords } from '../simple-metadata';
import { SimplePage } from '../simple-page';

export const dynamic = 'force-dynamic';

export const generateMetadata = () => simpleMetadata({ path: '/feeds', titleOf: (words) => words.feeds });

export default function FeedsPage() {
  const { words, language, site } = siteWords();
  const places = [
    { name: words.feedsOfSite, links: feedLinks({ kind: 'site' }, '') },
    ...(site.languages.length > 1 ? site.languages : []).map((code) => ({
      name: LANGUAGES[code].ownName,
      links: feedLinks({ kind: 'edition', slug: code }, ''),
    })),
    ...listTopicsInUse(database()).map(({ slug, name }) => ({
      name: localText(name, language),
      links: feedLinks({ kind: 'topic', slug }, ''),
    })),
  ];
  return (
    <SimplePage heading={words.feeds}>
      <p className="standfirst">{words.feedsIntro}</p>
      <ul className="index index-feeds">
        {places.map(({ name, links }) => (
          <li key={links[0]?.href}>
            <h2>{name}</h2>
            <p>
              {links.map(({ href, form }) => (
                <a key={href} href={href}>
                  {form}
                </a>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </SimplePage>
  );
}
