'use client';
import { Button } from '@/components/desk/ui/button';
import { useDeskMoment, useDeskWords } from '@/components/desk/ui/desk-words.client';
import type { ComparedText, CompareProps } from '@/components/editor/ground/compare-types';
import { fill } from '@/lib/language/fill';
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
    <div className="cmp-bar">
      <div className="cmp-tools">
        <p role="status">{said}</p>
        <Button onClick={changes.previous} disabled={count === 0} title="Shift+F7">
          <span aria-hidden="true">↑</span> {words.previousChange}
        </Button>
        <Button onClick={changes.next} disabled={count === 0} title="F7">
          <span aria-hidden="true">↓</span> {words.nextChange}
        </Button>
        {layout && (
          <button
            type="button"
            className="ed-quiet cmp-layout"
            aria-pressed={layout.isInline}
            onClick={() => layout.setInline(!layout.isInline)}
          >
            {words.inOneColumn}
          </button>
        )}
      </div>
      <div className={`cmp-heads ${isSideBySide ? 'is-side-by-side' : ''}`}>
        <Head text={left} className="is-left" />
        <Head text={right} className="is-right" />
      </div>
    </div>
  );
}

function Head({ text, className }: { text: ComparedText; className: string }) {
  const moment = useDeskMoment();
  const details = [text.who, text.at && moment(text.at)].filter(Boolean).join(' · ');
  return (
    <p className={className}>
      <strong>{text.label}</strong>
      {details && <span>{details}</span>}
    </p>
  );
}
