import { type LanguageCode, type LocalText, localText } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';

interface Props {
  topics: { slug: string; name: LocalText }[];
  language: LanguageCode;
}

/** What the publication writes about, beside its newest pieces. */
export function TopicRail({ topics, language }: Props) {
  if (topics.length === 0) return null;
  return (
    <nav className="rail" aria-labelledby="rail-topics">
      <h2 id="rail-topics">{stringsFor(language).topics}</h2>
      <ul>
        {topics.map(({ slug, name }) => (
          <li key={slug}>
            <a href={`/topics/${encodeURIComponent(slug)}`}>{localText(name, language)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
