'use client';
import { useState, useTransition } from 'react';
import { Badge, STATUS_TONES } from '@/components/desk/ui/badge';
import { Button } from '@/components/desk/ui/button';
import { useDeskLanguage, useDeskWords } from '@/components/desk/ui/desk-words.client';
import { hintStyle } from '@/components/desk/ui/field';
import { useIsListening } from '@/components/desk/ui/use-is-listening';
import { adminPostPath } from '@/lib/addresses';
import type { Answer } from '@/lib/errors';
import { formatNumber } from '@/lib/language/dates';
import { fill } from '@/lib/language/fill';
import { LANGUAGES } from '@/lib/language/languages';
import type { ArrangedPart } from '@/lib/series/parts';
import { isListed } from '@/lib/visibility';

interface Props {
  /** The series' own name, for screen readers. */
  name: string;
  parts: ArrangedPart[];
  move: (input: { postId: number; by: 1 | -1 }) => Promise<Answer<unknown>>;
  takeOut: (input: { postId: number }) => Promise<Answer<unknown>>;
}

/** Orders the parts of a series in each language. */
export function SeriesParts({ name, parts, move, takeOut }: Props) {
  const words = useDeskWords().series;
  const [said, setSaid] = useState('');
  const [isPending, start] = useTransition();
  const isListening = useIsListening();
  const run = (work: () => Promise<Answer<unknown>>, done: string) => {
    if (isPending) return;
    start(async () => {
      const outcome = await work();
      setSaid(outcome.ok ? done : outcome.message);
    });
  };
  const languages = [...new Set(parts.map(({ language }) => language))];
  return (
    <div>
      {parts.length === 0 && <p className={hintStyle}>{words.noParts}</p>}
      {languages.map((language) => {
        const inLanguage = parts.filter((part) => part.language === language);
        return (
          <ol
            key={language}
            className="not-first:mt-4"
            aria-label={`${name} (${LANGUAGES[language].ownName})`}
          >
            {inLanguage.map((part, index) => (
              <PartRow
                key={part.postId}
                part={part}
                index={index}
                isLast={index === inLanguage.length - 1}
                isListening={isListening}
                onMove={(by, done) => run(() => move({ postId: part.postId, by }), done)}
                onTakeOut={(done) => run(() => takeOut({ postId: part.postId }), done)}
              />
            ))}
          </ol>
        );
      })}
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}

interface RowProps {
  part: ArrangedPart;
  index: number;
  isLast: boolean;
  isListening: boolean;
  onMove: (by: 1 | -1, done: string) => void;
  onTakeOut: (done: string) => void;
}

function PartRow({ part, index, isLast, isListening, onMove, onTakeOut }: RowProps) {
  const { series: words, status } = useDeskWords();
  const language = useDeskLanguage();
  const headline = part.headline || words.noHeadline;
  // Latin digits, as in fields: browsers have Khmer ones only where the machine does, and the server would differ.
  const number = (n: number) => formatNumber(n, language, { hasOwnDigits: false });
  const step = (by: 1 | -1) => onMove(by, fill(words.moved, { headline, part: number(index + 1 + by) }));
  return (
    <li className="border-rule grid grid-cols-[1.75rem_1fr] items-center gap-x-2 gap-y-1 border-t py-1.5 min-[36rem]:grid-cols-[1.75rem_1fr_auto]">
      <span className="text-soft tabular-nums">{number(index + 1)}</span>
      <span>
        <a className="hover:underline" href={adminPostPath(part.postId)} lang={part.language}>
          {headline}
        </a>{' '}
        {!isListed(part.status) && <Badge tone={STATUS_TONES[part.status]}>{status[part.status]}</Badge>}
      </span>
      <span className="flex gap-1 max-[36rem]:col-start-2">
        <StepButton
          label={fill(words.moveUp, { headline })}
          sign="↑"
          isOff={!isListening || index === 0}
          onPress={() => step(-1)}
        />
        <StepButton
          label={fill(words.moveDown, { headline })}
          sign="↓"
          isOff={!isListening || isLast}
          onPress={() => step(1)}
        />
        <Button
          disabled={!isListening}
          aria-label={fill(words.takeOutOf, { headline })}
          onClick={() => onTakeOut(fill(words.takenOut, { headline }))}
        >
          {words.takeOut}
        </Button>
      </span>
    </li>
  );
}

interface StepProps {
  label: string;
  sign: string;
  isOff: boolean;
  onPress: () => void;
}

/** Stays focusable at both ends of the list: a part is moved by repeated presses. */
function StepButton({ label, sign, isOff, onPress }: StepProps) {
  return (
    <Button
      className="min-w-10 justify-center"
      aria-label={label}
      aria-disabled={isOff}
      onClick={() => !isOff && onPress()}
    >
      {sign}
    </Button>
  );
}
