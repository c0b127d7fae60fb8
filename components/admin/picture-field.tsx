import { type MediaFacts, mediaUrl } from '@/lib/media/media-facts';

interface Props {
  name: string;
  label: string;
  /** The newest pictures of the library, with the chosen one among them. */
  pictures: MediaFacts[];
  /** The id of the chosen picture. */
  value?: string | null;
}

const THUMB_PX = 160;

/** One picture of the library, or none; needs no script. */
export function PictureField({ name, label, pictures, value }: Props) {
  return (
    <details className="picture-field">
      <summary>
        {label}
        {value ? ': chosen' : ': none'}
      </summary>
      {pictures.length === 0 && <p className="hint">Add pictures under Media first.</p>}
      <div className="picture-choices" role="radiogroup" aria-label={label}>
        <label>
          <input type="radio" name={name} value="" defaultChecked={!value} />
          <span className="hint">None</span>
        </label>
        {pictures.map((media) => (
          <label key={media.id}>
            <input type="radio" name={name} value={media.id} defaultChecked={media.id === value} />
            <Thumbnail media={media} />
          </label>
        ))}
      </div>
    </details>
  );
}

function Thumbnail({ media }: { media: MediaFacts }) {
  const file = media.renditions.find(({ widthPx }) => widthPx >= THUMB_PX) ?? media.renditions[0];
  if (!file) return <span>{media.alt || media.id}</span>;
  return (
    <img src={mediaUrl(media.id, file.file)} alt={media.alt || media.caption || 'Picture'} loading="lazy" />
  );
}
