import { mediaPath } from '@/lib/addresses';
import { focusPosition } from '@/lib/document/media-facts';
import { fill } from '@/lib/language/fill';
import type { DeskStrings } from '@/lib/language/strings';
import type { MediaListing } from '@/lib/media/media-listing';

interface MediaTileProps {
  medium: MediaListing;
  words: DeskStrings['library'];
  onOpen: () => void;
}

const TILE_PX = 320;

const tileStyle = 'aspect-4/3 h-auto w-full rounded-lg bg-wash';

/** Shows one file of the library: its preview, its name, and what it lacks. */
export function MediaTile({ medium, words, onOpen }: MediaTileProps) {
  const name = medium.caption || medium.originalName || words.untitled;
  return (
    <button
      type="button"
      className="group block w-full cursor-pointer rounded-lg text-start"
      onClick={onOpen}
    >
      <Thumbnail medium={medium} />
      <span data-part="media-name" className="text-ui mt-1.5 block truncate font-semibold">
        {name}
      </span>
      <span className="text-caption text-soft block truncate">
        <span>{usesIn(medium, words)}</span>
        {medium.kind === 'picture' && !medium.alt && (
          <span className="text-accent before:text-soft before:content-['_·_']">{words.noAlt}</span>
        )}
      </span>
    </button>
  );
}

function usesIn({ uses, isUnused }: MediaListing, words: DeskStrings['library']): string {
  if (uses > 0) return fill(words.inPosts, { count: uses });
  return isUnused ? words.notInPosts : words.usedElsewhere;
}

function Thumbnail({ medium }: { medium: MediaListing }) {
  const files = medium.renditions.filter(({ mime }) => mime.startsWith('image/'));
  const file = files.find(({ widthPx }) => widthPx >= TILE_PX) ?? files.at(-1);
  if (!file)
    return (
      <span className={`${tileStyle} text-soft grid place-items-center text-[2rem]`} aria-hidden="true">
        {medium.kind === 'video' ? '▶' : '♪'}
      </span>
    );
  return (
    <img
      className={`${tileStyle} object-cover group-hover:opacity-90`}
      src={mediaPath(medium.id, file.file)}
      alt=""
      width={medium.widthPx}
      height={medium.heightPx}
      loading="lazy"
      style={{ objectPosition: focusPosition(medium) }}
    />
  );
}
