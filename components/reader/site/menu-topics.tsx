import { topicPath } from '@/lib/addresses';
import { type LanguageCode, localText } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { Site } from '@/lib/settings/site';

interface Props {
  site: Pick<Site, 'menuTopics' | 'languages'>;
  language: LanguageCode;
  isFront: boolean;
}

/** So many that a row holds them; the page of all topics has the rest. */
const MOST_TOPICS = 10;

/** Shows the topics of the menu in one row, which scrolls sideways where it is too long. */
export function MenuTopics({ site, language, isFront }: Props) {
  const topics = topicsFor(site, language);
  if (topics.length === 0) return null;
  const named = topics.map(({ slug, name }) => ({ slug, name: localText(name, language) }));
  const collator = new Intl.Collator(language);
  return (
    <nav
      aria-label={stringsFor(language).sections}
      className="border-rule text-ui leading-ui border-b font-sans font-semibold print:hidden"
    >
      <ul
        className={`flex [scrollbar-width:none] list-none gap-x-5 overflow-x-auto whitespace-nowrap ${isFront ? 'lg:justify-center' : ''}`}
      >
        {named
          .sort((a, b) => collator.compare(a.name, b.name))
          .slice(0, MOST_TOPICS)
          .map(({ slug, name }) => (
            <li key={slug}>
              <a href={topicPath(slug)} className="inline-block py-2 no-underline hover:underline">
                {name}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}

/** Returns the topics whose pages have posts: those of the main language list all posts, those of others only their own. */
function topicsFor({ menuTopics, languages }: Props['site'], language: LanguageCode) {
  if (languages.indexOf(language) < 1) return menuTopics;
  return menuTopics.filter((topic) => topic.languages.includes(language));
}
