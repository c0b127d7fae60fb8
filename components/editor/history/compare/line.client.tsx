'use client';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Picture } from '@/components/editor/ground/picture';
import type { Line, LinePair, Piece } from '@/lib/compare/types';
import { fieldLabel, useCompared } from './compared.client';
import { PieceView } from './piece.client';

/** Renders a line of one text: its own words and the common ones. */
export function SideLine({ pair, side }: { pair: LinePair; side: 'left' | 'right' }) {
  const line = pair[side];
  const other: Piece['change'] = side === 'left' ? 'added' : 'removed';
  if (!line) return <div className="cmp-none" />;
  const pieces = pair.pieces.filter((piece) => piece.change !== other);
  const change = pair.change === 'changed' || pair.change === 'same' ? '' : ` is-${pair.change}`;
  return (
    <div className={`cmp-line is-${line.role} ${change}`}>
      <LineBody line={line} pieces={pieces} />
      {side === 'right' && isSetOtherwise(pair) && <FormattingChanged />}
    </div>
  );
}

/** Renders a line of both texts inline, the removed words before the added ones. */
export function InlineLine({ pair }: { pair: LinePair }) {
  const line = pair.right ?? pair.left;
  if (!line) return null;
  const change = pair.change === 'changed' || pair.change === 'same' ? '' : ` is-${pair.change}`;
  const isOtherPicture = pair.left && pair.right && pair.left.mediaId !== pair.right.mediaId;
  return (
    <div className={`cmp-line is-${line.role} ${change}`}>
      {isOtherPicture && pair.left && (
        <div className="is-removed">
          <LineBody line={pair.left} pieces={[]} />
        </div>
      )}
      <LineBody line={line} pieces={pair.pieces} />
      {isSetOtherwise(pair) && <FormattingChanged />}
    </div>
  );
}

/** Whether only the formatting differs, such as a paragraph that became a heading. */
function isSetOtherwise({ left, right, change, pieces }: LinePair): boolean {
  if (change !== 'changed' || !left || !right) return false;
  const isReset =
    left.role !== right.role || left.marker !== right.marker || left.within.join() !== right.within.join();
  return isReset || (pieces.every((piece) => piece.change === 'same') && left.mediaId === right.mediaId);
}

/** Says that the formatting changed, where no word shows it. */
export function FormattingChanged() {
  return <p className="cmp-remark">{useDeskWords().history.setOtherwise}</p>;
}

function LineBody({ line, pieces }: { line: Line; pieces: Piece[] }) {
  const words = useDeskWords().history;
  const { media } = useCompared();
  if (line.role === 'rule') return <hr />;
  if (line.role === 'unknown') return <code>{line.field}</code>;
  if (line.role === 'picture') {
    const facts = line.mediaId ? media.get(line.mediaId) : undefined;
    return facts?.renditions.length ? <Picture media={facts} widthPx={240} /> : <em>{words.pictureGone}</em>;
  }
  const isQuoted = line.within.some(
    (name) => name === 'blockquote' || name === 'callout' || name === 'correction',
  );
  const depth = line.within.filter((name) => name.endsWith('List')).length;
  return (
    <div className={`cmp-words ${isQuoted ? 'is-quoted' : ''}`} data-depth={depth || undefined}>
      {line.marker && <span className="cmp-marker">{line.marker} </span>}
      {line.field && <span className="cmp-field">{fieldLabel(line.field, words)}</span>}
      {pieces.map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces never move; they are all replaced together.
        <PieceView key={index} piece={piece} />
      ))}
    </div>
  );
}
