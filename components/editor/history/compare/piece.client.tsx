'use client';
import type { ReactNode } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import type { Piece } from '@/lib/compare/types';
import type { BodyMark } from '@/lib/document/types';

/** Renders a piece of text: crossed out when only the left text has it, underlined when only the right one does. */
export function PieceView({ piece }: { piece: Piece }) {
  const words = useDeskWords().history;
  const set = <SetWords piece={piece} />;
  if (piece.change === 'removed') {
    return (
      <del>
        <span className="cmp-said">{words.saidRemoved} </span>
        {set}
      </del>
    );
  }
  if (piece.change === 'added') {
    return (
      <ins>
        <span className="cmp-said">{words.saidAdded} </span>
        {set}
      </ins>
    );
  }
  return set;
}

/** Renders formatted words, and signs for what is not a word. */
function SetWords({ piece }: { piece: Piece }): ReactNode {
  const { role, text, marks, change } = piece;
  if (role === 'cellEdge') return <span className="cmp-edge"> | </span>;
  if (role === 'noteMark') return <sup className="cmp-note-mark">†</sup>;
  if (role === 'note') return <small className="cmp-note">{text}</small>;
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
      <span className="cmp-link" title={href}>
        {inside}
        <span className="cmp-said"> ({href})</span>
      </span>
    );
  }
  const Element = ELEMENTS[mark.type as keyof typeof ELEMENTS] ?? 'span';
  return <Element>{inside}</Element>;
}
