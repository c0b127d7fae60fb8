'use client';
import { Fragment, type ReactNode, useState } from 'react';
import { fill } from '@/lib/language/fill';

interface Item {
  key: string;
  isSame: boolean;
  shown: ReactNode;
}

/** Unchanged items shown next to a change; longer stretches are collapsed. */
const CONTEXT = 1;
const SHORTEST_FOLD = 3;

/** Renders items in order and collapses long unchanged stretches. @param summary with a placeholder `{count}`. */
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
    <div className="my-1.5">
      <button
        type="button"
        className="border-rule bg-wash text-small text-soft hover:text-ink min-h-10 w-full cursor-pointer border-y px-6 py-1 text-left font-sans leading-normal font-medium before:content-['⋯_']"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
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
