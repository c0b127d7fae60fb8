import { fill } from '@/lib/language/fill';
import type { DeskStrings } from '@/lib/language/strings';
import { leastSide, type PictureEdit } from '@/lib/media/picture-edit';

interface Props {
  edit: PictureEdit;
  words: DeskStrings['crop'];
}

/** Says how large the part is that is kept, and when it cannot be smaller. */
export function CropMeasures({ edit: { area, original }, words }: Props) {
  const isLeast = Math.min(area.widthPx, area.heightPx) <= leastSide(original);
  return (
    <p role="status" className="text-ui text-center">
      {fill(words.size, { width: area.widthPx, height: area.heightPx })}
      <span className="sr-only">, {fill(words.place, { left: area.leftPx, top: area.topPx })}</span>
      {isLeast && <span className="text-soft"> · {words.least}</span>}
    </p>
  );
}
