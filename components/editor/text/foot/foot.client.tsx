'use client';
import type { Editor } from '@tiptap/react';
import { type ReactNode, useState } from 'react';
import { useDeskLanguage, useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Progress } from '@/components/desk/ui/progress';
import { Lazy } from '@/components/editor/ground/lazy.client';
import { fill } from '@/lib/language/fill';
import { LANGUAGES, type LanguageCode } from '@/lib/language/languages';
import { useInvisible } from '../invisible/use-invisible';
import { useCounts } from './use-counts';
import type { WordGoal } from './word-goal';

const loadOutline = () => import('./outline.client').then((outline) => outline.Outline);
const loadGoalForm = () => import('./goal-form.client').then((form) => form.GoalForm);

interface FootProps {
  editor: Editor;
  language: LanguageCode;
  goal: WordGoal;
  isFocused: boolean;
  onFocusMode: (isFocused: boolean) => void;
  onFind: () => void;
}

// On a phone the toolbar is below it.
const footStyle = [
  'sticky bottom-0 z-4 mx-auto mt-auto flex w-full max-w-form flex-wrap items-center gap-x-1 bg-paper px-4 py-1',
  'text-caption leading-relaxed text-soft phone:bottom-[calc(3.25rem+var(--keyboard-inset,0px))]',
].join(' ');

/** Renders the line under the text: its length, and tools for finding one's way in it. */
export function Foot({ editor, language, goal, isFocused, onFocusMode, onFind }: FootProps) {
  const words = useDeskWords().editor;
  const [unfolded, setUnfolded] = useState<'outline' | 'goal' | null>(null);
  const unfold = (part: 'outline' | 'goal') => setUnfolded(unfolded === part ? null : part);
  const [isInvisibleShown, showInvisible] = useInvisible(editor);
  const leaveGoal = () => {
    setUnfolded(null);
    editor.view.focus();
  };
  return (
    <div className={footStyle}>
      <Counts editor={editor} language={language} goal={goal.words} />
      {!isFocused && (
        <>
          <FootButton isOn={unfolded === 'goal'} isUnfolding onPress={() => unfold('goal')}>
            {words.goal}
          </FootButton>
          <FootButton isOn={unfolded === 'outline'} isUnfolding onPress={() => unfold('outline')}>
            {words.outline}
          </FootButton>
          <FootButton onPress={onFind}>{words.find}</FootButton>
          {language === 'km' && (
            <FootButton isOn={isInvisibleShown} onPress={() => showInvisible(!isInvisibleShown)}>
              {words.zeroWidth}
            </FootButton>
          )}
        </>
      )}
      <FootButton isOn={isFocused} onPress={() => onFocusMode(!isFocused)}>
        {isFocused ? words.leaveFocus : words.focus}
      </FootButton>
      {unfolded === 'outline' && (
        <Lazy load={loadOutline} props={{ editor, onClose: () => setUnfolded(null) }} />
      )}
      {unfolded === 'goal' && <Lazy load={loadGoalForm} props={{ goal, onClose: leaveGoal }} />}
    </div>
  );
}

/** Returns which sentence tells a number of words, with or without a goal. */
function sentenceOf(words: number, goal: number | null): 'words' | 'ofGoal' | 'goalReached' {
  if (goal === null) return 'words';
  return words < goal ? 'ofGoal' : 'goalReached';
}

interface CountsProps {
  editor: Editor;
  language: LanguageCode;
  /** How many words the text should have, or null. */
  goal: number | null;
}

function Counts({ editor, language, goal }: CountsProps) {
  const words = useDeskWords().editor;
  const desk = useDeskLanguage();
  const counts = useCounts(editor, language);
  const number = (value: number) => value.toLocaleString(LANGUAGES[desk].intlLocale);
  const minutes = Math.max(1, Math.round(counts.words / LANGUAGES[language].wordsPerMinute));
  // While words are selected, they are told apart from all words, not from the goal.
  const inAll = fill(words[sentenceOf(counts.words, counts.selected > 0 ? null : goal)], {
    count: number(counts.words),
    goal: number(goal ?? 0),
  });
  return (
    <p className="flex-[1_1_12rem] tabular-nums">
      {counts.selected > 0
        ? fill(words.selectedWords, { count: number(counts.selected), total: inAll })
        : inAll}
      {counts.words > 0 && ` · ${fill(words.minutes, { count: number(minutes) })}`}
      {goal !== null && (
        <Progress
          className="ms-2 w-16 align-middle"
          label={words.goalLabel}
          value={Math.min(1, counts.words / goal)}
        />
      )}
    </p>
  );
}

interface FootButtonProps {
  isOn?: boolean;
  isUnfolding?: boolean;
  onPress: () => void;
  children: ReactNode;
}

const footButtonStyle = [
  'min-h-9 cursor-pointer rounded-md px-2 py-1 touch:min-h-11',
  'hover:bg-wash hover:text-ink aria-expanded:bg-wash aria-expanded:text-ink aria-pressed:bg-wash aria-pressed:text-ink',
].join(' ');

function FootButton({ isOn, isUnfolding, onPress, children }: FootButtonProps) {
  const state = isUnfolding ? { 'aria-expanded': isOn } : { 'aria-pressed': isOn };
  return (
    <button
      type="button"
      {...state}
      className={footButtonStyle}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
