import { type MediaFacts, mediaUrl } from '@/lib/media/media-facts';

/** A picture of the library in the smallest size that is sharp at `widthPx` CSS pixels. */
export function Picture({ media, widthPx }: { media: MediaFacts; widthPx: number }) {
  const rendition =
    media.renditions.find((candidate) => candidate.widthPx >= widthPx) ?? media.renditions.at(-1);
  if (!rendition) return null;
  return (
    <img
      src={mediaUrl(media.id, rendition.file)}
      width={media.widthPx}
      height={media.heightPx}
      alt={media.alt}
      loading="lazy"
      draggable={false}
    />
  );
}
