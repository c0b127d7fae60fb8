import { hintStyle } from '@/components/desk/ui/field';
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

const choiceStyle =
  'grid min-h-18 cursor-pointer place-items-center overflow-hidden rounded-sm border border-rule outline-accent has-checked:outline-3 has-focus-visible:outline-3 has-focus-visible:outline-ink';

/** Chooses one picture of the library, or none; works without scripts. */
export function PictureField({ name, label, pictures, value, words }: Props) {
  return (
    <details>
      <summary className="cursor-pointer py-1.5">
        {fill(value ? words.pictureChosen : words.pictureNone, { label })}
      </summary>
      <p className={hintStyle}>{pictures.length === 0 ? words.noPictures : words.newestPictures}</p>
      <div
        className="grid max-h-80 grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))] gap-2 overflow-y-auto p-1"
        role="radiogroup"
        aria-label={label}
      >
        <label className={choiceStyle}>
          <input className="absolute opacity-0" type="radio" name={name} value="" defaultChecked={!value} />
          <span className={hintStyle}>{words.none}</span>
        </label>
        {pictures.map((media) => (
          <label key={media.id} className={choiceStyle}>
            <input
              className="absolute opacity-0"
              type="radio"
              name={name}
              value={media.id}
              defaultChecked={media.id === value}
            />
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
      className="aspect-3/2 w-full object-cover"
      src={mediaPath(media.id, file.file)}
      alt={media.alt || media.caption || words.picture}
      loading="lazy"
    />
  );
}
