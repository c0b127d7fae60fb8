import { placePath, placesPath } from '@/lib/addresses';
import { byName } from '@/lib/language/by-name';
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

/** Lists the publication's topics and series next to its newest pieces. */
export function FrontRail({ topics, series, language }: Props) {
  const words = stringsFor(language);
  if (topics.length + series.length === 0) return null;
  return (
    <div className="text-ui py-6 font-sans leading-relaxed md:col-span-full lg:col-span-2 print:hidden">
      <Places folder="topics" heading={words.topics} places={topics} language={language} />
      <Places folder="series" heading={words.series} places={series} language={language} />
    </div>
  );
}

interface PlacesProps {
  /** The first segment of their addresses, which lists all of them. */
  folder: 'topics' | 'series';
  heading: string;
  places: Place[];
  language: LanguageCode;
}

function Places({ folder, heading, places, language }: PlacesProps) {
  if (places.length === 0) return null;
  return (
    <nav aria-labelledby={`rail-${folder}`} className="not-first:mt-8">
      <h2
        id={`rail-${folder}`}
        className="border-strong-rule text-ui mb-1.5 border-t-2 pt-2.5 font-sans leading-relaxed font-semibold"
      >
        <a href={placesPath(folder)} className="no-underline hover:underline">
          {heading}
        </a>
      </h2>
      <ul className="list-none">
        {byName(places, language).map(({ slug, name }) => (
          <li key={slug}>
            <a
              href={placePath(folder, slug)}
              className="border-rule block border-b py-2 no-underline hover:underline"
            >
              {localText(name, language)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
