import { Button } from '@/components/desk/ui/button';
import { Checkbox } from '@/components/desk/ui/checkbox';
import type { DeskStrings } from '@/lib/language/strings';
import type { PictureSize } from '@/lib/media/picture-edit';

/** The shape of a crop. */
export interface Shape {
  /** The longer side to the shorter, as people write it; null for any. */
  sides: keyof typeof SIDES | null;
  /** Whether it is higher than wide. */
  isUpright: boolean;
}

const SIDES = { '1:1': 1, '4:3': 4 / 3, '3:2': 3 / 2, '16:9': 16 / 9 };
const CHOICES = Object.keys(SIDES) as (keyof typeof SIDES)[];

/** Returns the choice of any shape; one that is chosen then lies or stands as the picture does. */
export function anyShapeOf({ widthPx, heightPx }: PictureSize): Shape {
  return { sides: null, isUpright: heightPx > widthPx };
}

/** Returns the width of a shape divided by its height, null for any. */
export function ratioOf({ sides, isUpright }: Shape): number | null {
  if (sides === null) return null;
  return isUpright ? 1 / SIDES[sides] : SIDES[sides];
}

interface Props {
  shape: Shape;
  words: DeskStrings['crop'];
  onChange: (shape: Shape) => void;
}

/** Chooses the shape of a crop. */
export function ShapeField({ shape, words, onChange }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <fieldset aria-label={words.shape} className="flex min-w-0 flex-wrap gap-1.5">
        {[null, ...CHOICES].map((sides) => (
          <Button
            key={sides ?? 'free'}
            className="aria-pressed:border-accent aria-pressed:text-accent"
            aria-pressed={sides === shape.sides}
            onClick={() => onChange({ ...shape, sides })}
          >
            {sides ?? words.free}
          </Button>
        ))}
      </fieldset>
      <Checkbox
        label={words.upright}
        checked={shape.isUpright}
        disabled={shape.sides === null || shape.sides === '1:1'}
        onChange={(event) => onChange({ ...shape, isUpright: event.target.checked })}
      />
    </div>
  );
}
