'use client';
import { Fragment, type ReactNode, useState } from 'react';
import { fill } from '@/lib/language/fill';

interface Item {
  key: string;
  isSame: boolean;
  shown: ReactNode;
}

/** What is the same stays in view beside a change; longer stretches are folded away. */
const CONTEXT = 1;
const SHORTEST_FOLD = 3;

/** Items in order, in which long stretches that are the same are folded. @param summary with a gap `{count}`. */
export function CollapsedRows({ items, summary }: { items: Item[]; summary: string }) {
  return stretches(items).map((stretch) => {
    const shown = stretch.items.map((item) => <Fragment key={item.key}>{item.shown}</Fragment>);
    if (!stretch.isFolded) return shown;
    const words = fill(summary, { count: shown.length });
    return (
      <Fold key={`fold-${stretch.items[0]?.key}`} words={words}>
        {shown}
      </Fold>
    );
  });
}

function Fold({ words, children }: { words: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="cmp-fold">
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {words}
      </button>
      {isOpen && children}
    </div>
  );
}

function stretches(items: Item[]): { isFolded: boolean; items: Item[] }[] {
  const runs: { isFolded: boolean; items: Item[] }[] = [];
  items.forEach((item, index) => {
    const near = items.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1);
    const isFolded = near.every(({ isSame }) => isSame);
    const last = runs.at(-1);
    if (last?.isFolded === isFolded) last.items.push(item);
    else runs.push({ isFolded, items: [item] });
  });
  return runs.map((run) => ({ ...run, isFolded: run.isFolded && run.items.length >= SHORTEST_FOLD }));
}
