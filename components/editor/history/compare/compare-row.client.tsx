'use client';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import type { Row } from '@/lib/compare/types';
import { fill } from '@/lib/language/fill';
import { CollapsedRows } from './collapsed-rows.client';
import { placeLabel, useCompared } from './compared.client';
import { FormattingChanged, InlineLine, SideLine } from './line.client';
import { RowChoice } from './row-choice.client';

const SIGNS = { same: '', removed: '−', added: '+', changed: '~' } as const;

/** Renders a block, or a field, of both texts. @param number its number among the changes, from 1. */
export function CompareRow({ row, number, count }: { row: Row; number: number; count: number }) {
  const words = useDeskWords().history;
  const { left, right, isSideBySide, choosing } = useCompared();
  const choice = choosing?.choices.get(row.id);
  const isChanged = row.change !== 'same';
  const kinds = {
    same: '',
    removed: fill(words.onlyIn, { text: left.label }),
    added: fill(words.onlyIn, { text: right.label }),
    changed: words.changed,
  };
  const kind = row.isMoved ? `${kinds[row.change]}. ${words.moved}` : kinds[row.change];
  const label = `${fill(words.changeOf, { number, count })}: ${placeLabel(row.place, words)}. ${kind}`;
  const isSilent = row.change === 'changed' && row.lines.every((line) => line.change === 'same');
  const lines = row.lines.map((pair, index) => ({
    isSame: pair.change === 'same',
    key: String(index),
    shown: isSideBySide ? (
      <div className="cmp-pair">
        <SideLine pair={pair} side="left" />
        <SideLine pair={pair} side="right" />
      </div>
    ) : (
      <InlineLine pair={pair} />
    ),
  }));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a form.
    <div
      role="group"
      className={`cmp-row is-${row.change} ${choice ? `takes-${choice}` : ''}`}
      {...(isChanged && { 'data-change': row.id, tabIndex: -1, 'aria-label': label })}
    >
      <span className="cmp-sign" aria-hidden="true">
        {SIGNS[row.change]}
      </span>
      <div className="cmp-content">
        {row.place !== 'body' && <p className="cmp-place">{placeLabel(row.place, words)}</p>}
        {row.isMoved && <p className="cmp-remark">{words.moved}</p>}
        <CollapsedRows items={lines} summary={words.unchangedLines} />
        {isSilent && <FormattingChanged />}
        {choosing && isChanged && <RowChoice row={row} choice={choice} />}
      </div>
    </div>
  );
}
