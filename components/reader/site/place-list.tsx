import { type PlaceFolder, placePath } from '@/lib/addresses';
import { byName } from '@/lib/language/by-name';
import { type LanguageCode, type LocalText, localText } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import { PlainLink } from '../article/plain-link';
import { ROWS } from './styles';

interface Place {
  id: number;
  slug: string;
  name: LocalText;
  description: LocalText;
}

interface Props {
  /** The first segment of their addresses. */
  folder: PlaceFolder;
  places: Place[];
  language: LanguageCode;
}

/** Lists topics or series with their descriptions, by name. */
export function PlaceList({ folder, places, language }: Props) {
  if (places.length === 0) return <p className="my-6">{stringsFor(language).nothingYet}</p>;
  return (
    <ul className={ROWS.list}>
      {byName(places, language).map(({ id, slug, name, description }) => (
        <li key={id} className={ROWS.row}>
          <h2 className="text-card leading-title">
            <PlainLink href={placePath(folder, slug)}>{localText(name, language)}</PlainLink>
          </h2>
          <p className="text-soft km:leading-open text-base">{localText(description, language)}</p>
        </li>
      ))}
    </ul>
  );
}
