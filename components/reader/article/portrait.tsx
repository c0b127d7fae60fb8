import { mediaPath } from '@/lib/addresses';
import { focusPoint } from '@/lib/document/focus-point';
import type { MediaFacts } from '@/lib/document/media-facts';

/** Shown at 2.75rem, sharp on screens with two pixels for each. */
const WIDTH_PX = 88;

/** Shows the round picture of an author, whose name is beside it. */
export function Portrait({ media }: { media: MediaFacts }) {
  const [fallback, ...modern] = ['image/jpeg', 'image/avif', 'image/webp'].map((mime) => fileOf(media, mime));
  const plain = fallback ?? media.renditions[0];
  if (!plain) return null;
  return (
    <picture className="not-first:-ml-2">
      {modern.map(
        (rendition) =>
          rendition && (
            <source key={rendition.mime} type={rendition.mime} srcSet={mediaPath(media.id, rendition.file)} />
          ),
      )}
      <img
        src={mediaPath(media.id, plain.file)}
        width={44}
        height={44}
        alt=""
        className={`size-11 rounded-full object-cover ${focusPoint(media)}`}
        decoding="async"
        loading="lazy"
      />
    </picture>
  );
}

/** Returns the smallest file of a type that is wide enough, or else the largest. */
function fileOf({ renditions }: MediaFacts, mime: string) {
  const files = renditions.filter((rendition) => rendition.mime === mime);
  return files.find(({ widthPx }) => widthPx >= WIDTH_PX) ?? files.at(-1);
}
