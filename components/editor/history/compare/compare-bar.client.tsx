'use client';
import { Button } from '@/components/desk/ui/button';
import { useDeskMoment, useDeskWords } from '@/components/desk/ui/desk-words.client';
import type { ComparedText, CompareProps } from '@/components/editor/ground/compare-types';
import { fill } from '@/lib/language/fill';
import { countStyle, fillingStyle } from './bar-styles';
import type { useChanges } from './use-changes';

interface CompareBarProps extends CompareProps {
  count: number;
  changes: ReturnType<typeof useChanges>;
  /** Null where there is room for only one column. */
  layout: { isInline: boolean; setInline: (isInline: boolean) => void } | null;
  isSideBySide: boolean;
}

/** Shows which texts are compared and how many changes there are, with buttons from change to change. */
export function CompareBar({ left, right, count, changes, layout, isSideBySide }: CompareBarProps) {
  const words = useDeskWords().history;
  const said = changes.current
    ? fill(words.changeOf, { number: changes.current, count })
    : fill(words.countChanges, { count });
  return (
    <div className="border-rule bg-paper sticky top-0 z-2 border-b px-4 pt-1">
      <div className="flex flex-wrap items-center gap-2">
        <p className={countStyle} role="status">
          {said}
        </p>
        <Button className={fillingStyle} onClick={changes.previous} disabled={count === 0} title="Shift+F7">
          <span aria-hidden="true">↑</span> {words.previousChange}
        </Button>
        <Button className={fillingStyle} onClick={changes.next} disabled={count === 0} title="F7">
          <span aria-hidden="true">↓</span> {words.nextChange}
        </Button>
        {layout && (
          <Button
            className={`aria-pressed:border-accent aria-pressed:text-accent ${fillingStyle}`}
            aria-pressed={layout.isInline}
            onClick={() => layout.setInline(!layout.isInline)}
          >
            {words.inOneColumn}
          </Button>
        )}
      </div>
      <div
        className={
          isSideBySide
            ? 'grid grid-cols-2 gap-x-6 gap-y-1 py-2.5 pl-6'
            : 'max-w-list mx-auto flex flex-wrap gap-x-6 gap-y-1 py-2.5'
        }
      >
        <Head text={left} className="text-removed before:content-['−_']" />
        <Head text={right} className="text-added before:content-['+_']" />
      </div>
    </div>
  );
}

function Head({ text, className }: { text: ComparedText; className: string }) {
  const moment = useDeskMoment();
  const details = [text.who, text.at && moment(text.at)].filter(Boolean).join(' · ');
  return (
    <p className="text-small flex flex-wrap gap-x-2 leading-[1.35]">
      <strong className={className}>{text.label}</strong>
      {details && <span className="text-soft">{details}</span>}
    </p>
  );
}
