'use client';
import { useMemo, useRef, useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import type { CompareProps } from '@/components/editor/ground/compare-types';
import { compareWritings, countChanges } from '@/lib/compare/compare-writings';
import { type Choice, suggestChoices } from '@/lib/compare/merge-writings';
import { localText } from '@/lib/language/languages';
import { ChoiceBar } from './choice-bar.client';
import { CollapsedRows } from './collapsed-rows.client';
import { CompareBar } from './compare-bar.client';
import { CompareRow } from './compare-row.client';
import { ComparedProvider } from './compared.client';
import { remarkStyle } from './line.client';
import { useChanges } from './use-changes';
import { useIsWide } from './use-is-wide';

/**
 * Compares two texts, side by side or inline, with the words that differ marked. With `onTake`, a text is merged
 * from both, block by block. Loaded on first use: see compare-dialog.client.tsx.
 */
export function CompareView(props: CompareProps) {
  const { left, right, base, language, topics, media, around, onTake } = props;
  const words = useDeskWords().history;
  const comparison = useMemo(() => {
    const topicNames = new Map(topics.map(({ id, name }) => [id, localText(name, language)]));
    const topic = (id: number) => topicNames.get(id) ?? words.topicGone;
    return compareWritings(left.writing, right.writing, { topic });
  }, [left.writing, right.writing, topics, language, words]);
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(() => suggestChoices(comparison, base));
  const [isInline, setInline] = useState(false);
  const isWide = useIsWide();
  const list = useRef<HTMLDivElement>(null);
  const changes = useChanges(list, around);
  const known = useMemo(() => new Map(media.map((facts) => [facts.id, facts])), [media]);
  const count = countChanges(comparison);
  const choose = (rowId: string, choice: Choice) => setChoices(new Map([...choices, [rowId, choice]]));
  const isSideBySide = isWide && !isInline;
  let number = 0;
  const rows = comparison.rows.map((row) => {
    if (row.change !== 'same') number += 1;
    const shown = <CompareRow key={row.id} row={row} number={number} count={count} />;
    return { key: row.id, isSame: row.change === 'same', shown };
  });
  return (
    <ComparedProvider
      value={{ left, right, media: known, isSideBySide, choosing: onTake ? { choices, choose } : null }}
    >
      <section aria-label={words.comparison}>
        <CompareBar
          {...props}
          count={count}
          changes={changes}
          layout={isWide ? { isInline, setInline } : null}
          isSideBySide={isSideBySide}
        />
        <div
          ref={list}
          lang={language}
          className={`text-title max-xs:px-3 km:leading-[1.95] mx-auto px-4 pt-4 pb-24 font-serif leading-loose wrap-break-word ${isSideBySide ? '' : 'max-w-list'}`}
        >
          {count === 0 && <p className={remarkStyle}>{words.noDifference}</p>}
          <CollapsedRows items={rows} summary={words.unchangedBlocks} />
        </div>
        {onTake && (
          <ChoiceBar
            comparison={comparison}
            choices={choices}
            onChoices={setChoices}
            onUndecided={changes.goToRow}
            onTake={onTake}
          />
        )}
      </section>
    </ComparedProvider>
  );
}
