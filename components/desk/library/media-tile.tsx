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

/** Shows one file of the library: its preview, its name, and what it lacks. */
export function MediaTile({ medium, words, onOpen }: MediaTileProps) {
  const name = medium.originalName || words.untitled;
  return (
    <button type="button" className="media-tile" onClick={onOpen}>
      <Thumbnail medium={medium} />
      <span className="media-name">{name}</span>
      <span className="media-facts">
        <span>{medium.uses === 0 ? words.notInPosts : fill(words.inPosts, { count: medium.uses })}</span>
        {medium.kind === 'picture' && !medium.alt && <span className="media-lacks">{words.noAlt}</span>}
      </span>
    </button>
  );
}

function Thumbnail({ medium }: { medium: MediaListing }) {
  const files = medium.renditions.filter(({ mime }) => mime.startsWith('image/'));
  const file = files.find(({ widthPx }) => widthPx >= TILE_PX) ?? files.at(-1);
  if (!file) return <span className={`media-sign media-sign-${medium.kind}`} aria-hidden="true" />;
  return (
    <img
      src={mediaPath(medium.id, file.file)}
      alt=""
      width={medium.widthPx}
      height={medium.heightPx}
      loading="lazy"
      style={{ objectPosition: focusPosition(medium) }}
    />
  );
}
