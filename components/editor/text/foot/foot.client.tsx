'use client';
import type { Editor } from '@tiptap/react';
import { type ReactNode, useState } from 'react';
import { useDeskLanguage, useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Lazy } from '@/components/editor/ground/lazy.client';
import { fill } from '@/lib/language/fill';
import { LANGUAGES, type LanguageCode } from '@/lib/language/languages';
import { useInvisible } from '../invisible/use-invisible';
import { useCounts } from './use-counts';

const loadOutline = () => import('./outline.client').then((outline) => outline.Outline);

interface FootProps {
  editor: Editor;
  language: LanguageCode;
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
export function Foot({ editor, language, isFocused, onFocusMode, onFind }: FootProps) {
  const words = useDeskWords().editor;
  const [isOutlineOpen, setOutlineOpen] = useState(false);
  const [isInvisibleShown, showInvisible] = useInvisible(editor);
  return (
    <div className={footStyle}>
      <Counts editor={editor} language={language} />
      {!isFocused && (
        <>
          <FootButton isOn={isOutlineOpen} isUnfolding onPress={() => setOutlineOpen(!isOutlineOpen)}>
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
      {isOutlineOpen && <Lazy load={loadOutline} props={{ editor, onClose: () => setOutlineOpen(false) }} />}
    </div>
  );
}

function Counts({ editor, language }: { editor: Editor; language: LanguageCode }) {
  const words = useDeskWords().editor;
  const desk = useDeskLanguage();
  const counts = useCounts(editor, language);
  const number = (value: number) => value.toLocaleString(LANGUAGES[desk].intlLocale);
  const minutes = Math.max(1, Math.round(counts.words / LANGUAGES[language].wordsPerMinute));
  const total = fill(words.words, { count: number(counts.words) });
  return (
    <p className="flex-1 tabular-nums">
      {counts.selected > 0 ? fill(words.selectedWords, { count: number(counts.selected), total }) : total}
      {counts.words > 0 && ` · ${fill(words.minutes, { count: number(minutes) })}`}
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
