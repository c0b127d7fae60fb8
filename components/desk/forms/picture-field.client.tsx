'use client';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { hintStyle } from '@/components/desk/ui/field';
import { useHasOpened } from '@/components/desk/ui/use-has-opened';
import { mediaPath } from '@/lib/addresses';
import type { MediaFacts } from '@/lib/document/media-facts';
import { fill } from '@/lib/language/fill';

interface Props {
  name: string;
  label: string;
  /** The newest pictures of the library, and those that are chosen on this page. */
  pictures: MediaFacts[];
  /** The id of the chosen picture. */
  value?: string | null;
}

const THUMB_PX = 160;

const choiceStyle =
  'grid min-h-18 cursor-pointer place-items-center overflow-hidden rounded-sm border border-rule outline-accent has-checked:outline-3 has-focus-visible:outline-3 has-focus-visible:outline-ink';

/** Chooses one picture of the library, or none. The pictures appear when they are asked for: a page has many fields. */
export function PictureField({ name, label, pictures, value }: Props) {
  const words = useDeskWords().common;
  const { hasOpened, onToggle } = useHasOpened();
  return (
    <details onToggle={onToggle}>
      <summary className="cursor-pointer py-1.5">
        {fill(value ? words.pictureChosen : words.pictureNone, { label })}
      </summary>
      {hasOpened ? (
        <Choices name={name} label={label} pictures={pictures} value={value} />
      ) : (
        <input type="hidden" name={name} value={value ?? ''} />
      )}
    </details>
  );
}

function Choices({ name, label, pictures, value }: Props) {
  const words = useDeskWords().common;
  return (
    <>
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
            <Thumbnail media={media} />
          </label>
        ))}
      </div>
    </>
  );
}

function Thumbnail({ media }: { media: MediaFacts }) {
  const words = useDeskWords().common;
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
