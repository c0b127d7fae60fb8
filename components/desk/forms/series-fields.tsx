import { TextField } from '@/components/desk/ui/field';
import type { MediaFacts } from '@/lib/document/media-facts';
import type { LanguageCode } from '@/lib/language/languages';
import type { DeskStrings } from '@/lib/language/strings';
import type { Series } from '@/lib/series/series';
import { LocalTextFields } from './local-text-fields';
import { PictureField } from './picture-field.client';

interface Props {
  words: DeskStrings['series'];
  languages: LanguageCode[];
  pictures: MediaFacts[];
  /** Undefined for a series that is being added. */
  series?: Series;
}

/** Edits the name, description, picture and address of a series. */
export function SeriesFields({ words, languages, pictures, series }: Props) {
  return (
    <>
      <LocalTextFields name="name" label={words.name} languages={languages} value={series?.name} />
      <LocalTextFields
        name="description"
        label={words.description}
        languages={languages}
        value={series?.description}
        isLong
      />
      <PictureField name="mediaId" label={words.picture} pictures={pictures} value={series?.mediaId} />
      <TextField label={words.address} name="slug" defaultValue={series?.slug} hint={words.addressHint} />
    </>
  );
}
