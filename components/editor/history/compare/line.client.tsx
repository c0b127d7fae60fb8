'use client';
import { cva } from 'class-variance-authority';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Picture } from '@/components/editor/ground/picture';
import type { Choice } from '@/lib/compare/merge-writings';
import type { Line, LinePair, Piece, Row } from '@/lib/compare/types';
import { fieldLabel, useCompared } from './compared.client';
import { type PieceLook, PieceView } from './piece.client';

/** How a short remark looks that is not a part of the texts. */
export const remarkStyle = 'font-sans text-caption leading-relaxed font-medium text-soft';

const lineStyle = cva('my-0.5 min-w-0', {
  variants: {
    whole: {
      removed: 'rounded-sm px-2 py-0.5',
      added: 'rounded-sm px-2 py-0.5',
      no: '',
    },
    isLeftOut: { true: 'text-soft [&_img]:opacity-50', false: '' },
    role: {
      heading: 'text-standfirst font-bold',
      subheading: 'text-body font-bold',
      pullQuote: 'text-lead font-semibold',
      code: 'text-ui font-[ui-monospace,monospace] whitespace-pre-wrap',
      tableRow: 'border-rule text-ui border-b font-sans leading-loose font-normal',
    },
  },
  compoundVariants: [
    { whole: 'removed', isLeftOut: false, className: 'bg-removed-wash' },
    { whole: 'added', isLeftOut: false, className: 'bg-added-wash' },
  ],
});

type RowChange = Row['change'];

interface LineProps {
  pair: LinePair;
  /** The change of the whole row. */
  row: RowChange;
  /** What is taken of it into a merged text. */
  choice: Choice | undefined;
}

/** Renders a line of one text: its own words and the common ones. */
export function SideLine({ pair, side, row, choice }: LineProps & { side: 'left' | 'right' }) {
  const line = pair[side];
  const other: Piece['change'] = side === 'left' ? 'added' : 'removed';
  if (!line) return <div />;
  const pieces = pair.pieces.filter((piece) => piece.change !== other);
  const whole = wholeChange(pair, row);
  const isOtherSide = row === 'changed' && choice === (side === 'left' ? 'right' : 'left');
  const isLeftOut = isOtherSide || isLeft(whole, choice);
  return (
    <div className={lineStyle({ role: roleOf(line), whole, isLeftOut })}>
      <LineBody
        line={line}
        pieces={pieces}
        lookOf={(piece) => lookOf(piece, { whole, isLeftOut, row, choice })}
      />
      {side === 'right' && isSetOtherwise(pair) && <FormattingChanged />}
    </div>
  );
}

/** Renders a line of both texts inline, the removed words before the added ones. */
export function InlineLine({ pair, row, choice }: LineProps) {
  const line = pair.right ?? pair.left;
  if (!line) return null;
  const whole = wholeChange(pair, row);
  const isLeftOut = isLeft(whole, choice);
  const isOtherPicture = pair.left && pair.right && pair.left.mediaId !== pair.right.mediaId;
  return (
    <div className={lineStyle({ role: roleOf(line), whole, isLeftOut })}>
      {isOtherPicture && pair.left && (
        <div className="bg-removed-wash [&_img]:opacity-50">
          <LineBody line={pair.left} pieces={[]} lookOf={() => 'marked'} />
        </div>
      )}
      <LineBody
        line={line}
        pieces={pair.pieces}
        lookOf={(piece) => lookOf(piece, { whole, isLeftOut, row, choice })}
      />
      {isSetOtherwise(pair) && <FormattingChanged />}
    </div>
  );
}

type Whole = 'removed' | 'added' | 'no';

/** Whether a line was removed or added as a whole. */
function wholeChange({ change }: LinePair, row: RowChange): Whole {
  if (row === 'removed' || row === 'added') return row;
  return change === 'removed' || change === 'added' ? change : 'no';
}

/** Whether the choice leaves out a line that only one text has. */
function isLeft(whole: Whole, choice: Choice | undefined): boolean {
  return (whole === 'added' && choice === 'left') || (whole === 'removed' && choice === 'right');
}

type Around = Pick<LineProps, 'row' | 'choice'> & { whole: Whole; isLeftOut: boolean };

function lookOf({ change }: Piece, { whole, isLeftOut, row, choice }: Around): PieceLook {
  if (whole !== 'no') return 'whole';
  const isOther = row === 'changed' && choice === (change === 'added' ? 'left' : 'right');
  return isLeftOut || isOther ? 'leftOut' : 'marked';
}

const ROLES = ['heading', 'subheading', 'pullQuote', 'code', 'tableRow'] as const;

function roleOf({ role }: Line) {
  return ROLES.find((one) => one === role);
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
  return <p className={remarkStyle}>{useDeskWords().history.setOtherwise}</p>;
}

/** By how many lists a line is in. */
const INDENTS = ['', 'pl-2', 'pl-7', 'pl-12'];

interface BodyProps {
  line: Line;
  pieces: Piece[];
  lookOf: (piece: Piece) => PieceLook;
}

function LineBody({ line, pieces, lookOf }: BodyProps) {
  const words = useDeskWords().history;
  const { media } = useCompared();
  if (line.role === 'rule') return <hr />;
  if (line.role === 'unknown') return <code>{line.field}</code>;
  if (line.role === 'picture') {
    const facts = line.mediaId ? media.get(line.mediaId) : undefined;
    return facts?.renditions.length ? (
      <Picture
        media={facts}
        widthPx={240}
        className="block h-auto w-auto max-w-[min(15rem,100%)] rounded-sm"
      />
    ) : (
      <em>{words.pictureGone}</em>
    );
  }
  const isQuoted = line.within.some(
    (name) => name === 'blockquote' || name === 'callout' || name === 'correction',
  );
  const depth = line.within.filter((name) => name.endsWith('List')).length;
  const indent = isQuoted && depth === 0 ? 'pl-3' : INDENTS[Math.min(depth, INDENTS.length - 1)];
  return (
    <div className={`${indent} ${isQuoted ? 'border-rule border-l-3' : ''}`}>
      {line.marker && <span>{line.marker} </span>}
      {line.field && <span className={`mr-2 ${remarkStyle}`}>{fieldLabel(line.field, words)}</span>}
      {pieces.map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces never move; they are all replaced together.
        <PieceView key={index} piece={piece} look={lookOf(piece)} />
      ))}
    </div>
  );
}
