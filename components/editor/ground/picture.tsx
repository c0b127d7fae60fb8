import { mediaPath } from '@/lib/addresses';
import type { MediaFacts } from '@/lib/document/media-facts';

interface PictureProps {
  media: MediaFacts;
  widthPx: number;
  className?: string;
}

/** Renders a library picture in the smallest size that is sharp at `widthPx` CSS pixels. */
export function Picture({ media, widthPx, className }: PictureProps) {
  const pictures = media.renditions.filter(({ mime }) => mime.startsWith('image/'));
  const rendition = pictures.find((candidate) => candidate.widthPx >= widthPx) ?? pictures.at(-1);
  if (!rendition) return <span>{media.caption || media.mime}</span>;
  return (
    <img
      src={mediaPath(media.id, rendition.file)}
      width={media.widthPx}
      height={media.heightPx}
      alt={media.alt}
      className={className}
      loading="lazy"
      draggable={false}
    />
  );
}
