import { placePath } from '@/lib/addresses';
import { type LanguageCode, type LocalText, localText } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';

interface Place {
  slug: string;
  name: LocalText;
}

interface Props {
  topics: Place[];
  series: Place[];
  language: LanguageCode;
}

/** What the publication writes about, and what it writes in parts, beside its newest pieces. */
export function FrontRail({ topics, series, language }: Props) {
  const words = stringsFor(language);
  if (topics.length + series.length === 0) return null;
  return (
    <div className="rail">
      <Places folder="topics" heading={words.topics} places={topics} language={language} />
      <Places folder="series" heading={words.series} places={series} language={language} />
    </div>
  );
}

interface PlacesProps {
  /** The first part of their addresses, at which all of them are listed. */
  folder: 'topics' | 'series';
  heading: string;
  places: Place[];
  language: LanguageCode;
}

function Places({ folder, heading, places, language }: PlacesProps) {
  if (places.length === 0) return null;
  return (
    <nav aria-labelledby={`rail-${folder}`}>
      <h2 id={`rail-${folder}`}>
        <a href={`/${folder}`}>{heading}</a>
      </h2>
      <ul>
        {places.map(({ slug, name }) => (
          <li key={slug}>
            <a href={placePath(folder, slug)}>{localText(name, language)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
