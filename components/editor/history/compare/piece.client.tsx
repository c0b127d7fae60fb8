'use client';
import type { ReactNode } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import type { Piece } from '@/lib/compare/types';
import type { BodyMark } from '@/lib/document/types';

/** How a changed piece looks: marked, as a part of a block that is new or gone as a whole, or left out of a merge. */
export type PieceLook = 'marked' | 'whole' | 'leftOut';

const REMOVED = {
  marked: 'bg-removed-wash text-removed',
  whole: '',
  leftOut: 'text-soft',
};
const ADDED = {
  marked:
    'bg-added-wash text-added underline decoration-[1.5px] underline-offset-[0.2em] [text-decoration-skip-ink:none]',
  whole: 'no-underline',
  leftOut: 'text-soft underline decoration-[1.5px] underline-offset-[0.2em] [text-decoration-skip-ink:none]',
};

/** Renders a piece of text: crossed out when only the left text has it, underlined when only the right one does. */
export function PieceView({ piece, look }: { piece: Piece; look: PieceLook }) {
  const words = useDeskWords().history;
  const set = <SetWords piece={piece} />;
  if (piece.change === 'removed') {
    return (
      <del className={`line-through decoration-[1.5px] ${REMOVED[look]}`}>
        <span className="sr-only">{words.saidRemoved} </span>
        {set}
      </del>
    );
  }
  if (piece.change === 'added') {
    return (
      <ins className={ADDED[look]}>
        <span className="sr-only">{words.saidAdded} </span>
        {set}
      </ins>
    );
  }
  return set;
}

/** Renders formatted words, and signs for what is not a word. */
function SetWords({ piece }: { piece: Piece }): ReactNode {
  const { role, text, marks, change } = piece;
  if (role === 'cellEdge') return <span className="text-soft"> | </span>;
  if (role === 'noteMark') return <sup>†</sup>;
  if (role === 'note') {
    return (
      <small>
        [<Marked marks={marks}>{text}</Marked>]
      </small>
    );
  }
  if (role === 'object') return <code>{text}</code>;
  const isChanged = change !== 'same';
  if (role === 'lineBreak') {
    return (
      <>
        {isChanged && '↵'}
        <br />
      </>
    );
  }
  // An added or removed space would be invisible.
  const shown = isChanged && /^[\s\u200B]+$/.test(text) ? text.replace(/[\s\u200B]/g, '␣') : text;
  return <Marked marks={marks}>{shown}</Marked>;
}

const ELEMENTS = {
  bold: 'strong',
  italic: 'em',
  strike: 's',
  code: 'code',
  superscript: 'sup',
  subscript: 'sub',
} as const;

/** Wraps words in all of their marks. */
function Marked({ marks, children }: { marks: BodyMark[]; children: ReactNode }): ReactNode {
  const [mark, ...others] = marks;
  if (!mark) return children;
  const inside = <Marked marks={others}>{children}</Marked>;
  if (mark.type === 'link') {
    const href = String(mark.attrs?.href ?? '');
    return (
      <span className="border-b border-dotted border-current" title={href}>
        {inside}
        <span className="sr-only"> ({href})</span>
      </span>
    );
  }
  const Element = ELEMENTS[mark.type as keyof typeof ELEMENTS] ?? 'span';
  return <Element>{inside}</Element>;
}
