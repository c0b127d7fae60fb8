'use client';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import type { Row } from '@/lib/compare/types';
import { fill } from '@/lib/language/fill';
import { CollapsedRows } from './collapsed-rows.client';
import { placeLabel, useCompared } from './compared.client';
import { FormattingChanged, InlineLine, remarkStyle, SideLine } from './line.client';
import { RowChoice } from './row-choice.client';

const SIGN_COLOURS = { same: '', removed: 'text-removed', added: 'text-added', changed: '' } as const;
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
      <div className="grid grid-cols-2 gap-6">
        <SideLine pair={pair} side="left" row={row.change} choice={choice} />
        <SideLine pair={pair} side="right" row={row.change} choice={choice} />
      </div>
    ) : (
      <InlineLine pair={pair} row={row.change} choice={choice} />
    ),
  }));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a form.
    <div
      role="group"
      className="focus:outline-accent not-data-change:text-soft relative grid scroll-my-32 grid-cols-[1.5rem_minmax(0,1fr)] rounded-md py-1.5 focus:outline-2 focus:outline-offset-2"
      {...(isChanged && { 'data-change': row.id, tabIndex: -1, 'aria-label': label })}
    >
      <span
        className={`font-sans text-base leading-loose font-bold ${SIGN_COLOURS[row.change]}`}
        aria-hidden="true"
      >
        {SIGNS[row.change]}
      </span>
      <div>
        {row.place !== 'body' && <p className={remarkStyle}>{placeLabel(row.place, words)}</p>}
        {row.isMoved && <p className={remarkStyle}>{words.moved}</p>}
        <CollapsedRows items={lines} summary={words.unchangedLines} />
        {isSilent && <FormattingChanged />}
        {choosing && isChanged && <RowChoice row={row} choice={choice} />}
      </div>
    </div>
  );
}
