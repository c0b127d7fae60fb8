import { Button } from '@/components/desk/ui/button';
import type { DeskStrings } from '@/lib/language/strings';

interface Props {
  words: DeskStrings['crop'];
  /** Clockwise (1) or back (-1). */
  onTurn: (by: 1 | -1) => void;
  /** Undoes everything; left out where that is not offered. */
  onWhole?: () => void;
}

/** Buttons that turn the picture by a quarter, and one that shows all of it again. */
export function TurnButtons({ words, onTurn, onWhole }: Props) {
  return (
    <div className="flex flex-wrap gap-2">
      <Button onClick={() => onTurn(-1)}>
        <span aria-hidden="true">↺</span> <span className="max-sm:sr-only">{words.turnLeft}</span>
      </Button>
      <Button onClick={() => onTurn(1)}>
        <span aria-hidden="true">↻</span> <span className="max-sm:sr-only">{words.turnRight}</span>
      </Button>
      {onWhole && <Button onClick={onWhole}>{words.whole}</Button>}
    </div>
  );
}
