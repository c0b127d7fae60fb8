import { mediaPath } from '@/lib/addresses';
import { focusPoint } from '@/lib/document/focus-point';
import type { MediaFacts } from '@/lib/document/media-facts';
import { MODERN_FORMATS, pictureSources } from '@/lib/document/picture-sources';

interface Props {
  media: MediaFacts;
  alt: string;
  /** How wide it is shown, in the syntax of the `sizes` attribute. */
  sizes: string;
  /** Gives it another shape, which may cut off what is not near its focus point. */
  className?: string;
  /** Whether it is the picture at the top of a page, which must not load lazily. */
  isLead?: boolean;
}

/** Shows a picture in every stored format, with its size so that nothing moves when it loads. */
export function Picture({ media, alt, sizes, className, isLead = false }: Props) {
  const plain = media.renditions.filter(({ mime }) => !MODERN_FORMATS.includes(mime));
  const fallback = plain[0] ?? media.renditions.at(-1);
  if (!fallback) return null;
  return (
    <picture>
      {pictureSources(media).map(({ mime, srcSet }) => (
        <source key={mime} type={mime} srcSet={srcSet} sizes={sizes} />
      ))}
      <img
        src={mediaPath(media.id, fallback.file)}
        width={media.widthPx}
        height={media.heightPx}
        alt={alt}
        className={className && `${className} ${focusPoint(media)}`}
        decoding="async"
        loading={isLead ? 'eager' : 'lazy'}
        fetchPriority={isLead ? 'high' : undefined}
      />
    </picture>
  );
}
