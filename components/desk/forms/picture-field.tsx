import { mediaPath } from '@/lib/addresses';
import type { MediaFacts } from '@/lib/document/media-facts';
import { fill } from '@/lib/language/fill';
import type { DeskStrings } from '@/lib/language/strings';

interface Props {
  name: string;
  label: string;
  /** The newest pictures of the library, including the chosen one. */
  pictures: MediaFacts[];
  /** The id of the chosen picture. */
  value?: string | null;
  words: DeskStrings['common'];
}

const THUMB_PX = 160;

/** Chooses one picture of the library, or none; works without scripts. */
export function PictureField({ name, label, pictures, value, words }: Props) {
  return (
    <details className="picture-field">
      <summary>{fill(value ? words.pictureChosen : words.pictureNone, { label })}</summary>
      {pictures.length === 0 && <p className="hint">{words.noPictures}</p>}
      <div className="picture-choices" role="radiogroup" aria-label={label}>
        <label>
          <input type="radio" name={name} value="" defaultChecked={!value} />
          <span className="hint">{words.none}</span>
        </label>
        {pictures.map((media) => (
          <label key={media.id}>
            <input type="radio" name={name} value={media.id} defaultChecked={media.id === value} />
            <Thumbnail media={media} words={words} />
          </label>
        ))}
      </div>
    </details>
  );
}

function Thumbnail({ media, words }: { media: MediaFacts; words: Props['words'] }) {
  const file = media.renditions.find(({ widthPx }) => widthPx >= THUMB_PX) ?? media.renditions[0];
  if (!file) return <span>{media.alt || media.id}</span>;
  return (
    <img
      src={mediaPath(media.id, file.file)}
      alt={media.alt || media.caption || words.picture}
      loading="lazy"
    />
  );
}
