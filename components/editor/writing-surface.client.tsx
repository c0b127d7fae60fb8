'use client';
import { type Editor, EditorContent } from '@tiptap/react';
import { type ReactNode, type RefObject, useEffect, useLayoutEffect } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import type { LanguageCode } from '@/lib/language/languages';
import type { Fields } from './ground/editor-types';
import { usePlaces } from './ground/places.client';
import { headlineStyle, standfirstStyle, surfaceStyle } from './ground/surface-styles';
import { useTypesetField } from './text/typography/use-typeset-field';

interface WritingSurfaceProps {
  editor: Editor | null;
  fields: Fields;
  /** False until it is known that no other tab writes. */
  isOpen: boolean;
  change: (patch: Partial<Fields>) => void;
  language: LanguageCode;
  /** What floats next to the text. */
  children?: ReactNode;
}

/** Renders headline, standfirst and body, styled as readers will see them. */
export function WritingSurface(props: WritingSurfaceProps) {
  const { editor, fields, isOpen, change, language, children } = props;
  const words = useDeskWords().editor;
  const places = usePlaces();
  useCaretInNewPost(places.headline, isOpen ? editor : null, fields);
  return (
    <div ref={places.surface} className={surfaceStyle} lang={language}>
      <GrowingText
        area={places.headline}
        label={words.headline}
        language={language}
        className={headlineStyle}
        value={fields.headline}
        isReady={editor !== null && isOpen}
        maxLength={400}
        onChange={(headline) => change({ headline: headline.replace(/\n/g, ' ') })}
        onEnter={() => places.standfirst.current?.focus()}
      />
      <GrowingText
        area={places.standfirst}
        label={words.standfirst}
        language={language}
        className={standfirstStyle}
        value={fields.standfirst}
        isReady={editor !== null && isOpen}
        maxLength={2000}
        onChange={(standfirst) => change({ standfirst: standfirst.replace(/\n/g, ' ') })}
        onEnter={() => editor && goToBody(editor)}
      />
      <EditorContent editor={editor} />
      {children}
    </div>
  );
}

/** Puts the caret into the headline of a post that has no words yet, unless its author is elsewhere already. */
function useCaretInNewPost(
  headline: RefObject<HTMLTextAreaElement | null>,
  editor: Editor | null,
  { headline: written, standfirst }: Fields,
): void {
  const isNew = editor?.isEmpty && !written && !standfirst;
  // biome-ignore lint/correctness/useExhaustiveDependencies(isNew): a text that its author empties later is not new.
  useEffect(() => {
    if (editor && isNew && document.activeElement === document.body)
      headline.current?.focus({ preventScroll: true });
  }, [editor, headline]);
}

/**
 * Moves the focus to the body immediately: the editor's own focus command waits for a frame, and a fast typist
 * would still type in the standfirst.
 */
function goToBody(editor: Editor): void {
  editor.commands.setTextSelection(0);
  editor.view.focus();
}

interface GrowingTextProps {
  /** The field's element, for links to it. */
  area: RefObject<HTMLTextAreaElement | null>;
  label: string;
  language: LanguageCode;
  className: string;
  value: string;
  /** False until the page has its event handlers: earlier typing would be lost. */
  isReady: boolean;
  maxLength: number;
  onChange: (value: string) => void;
  onEnter: () => void;
}

/** Renders a one-paragraph field that grows with its words; Enter moves to the next field. */
function GrowingText(props: GrowingTextProps) {
  const { area, label, language, className, value, isReady, maxLength, onChange, onEnter } = props;
  const typesetting = useTypesetField(language);
  // biome-ignore lint/correctness/useExhaustiveDependencies(value): the words determine the height.
  useLayoutEffect(() => fitToWords(area.current), [area, value]);
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    let widthPx = 0;
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === widthPx) return;
      widthPx = element.clientWidth;
      fitToWords(element);
    });
    observer.observe(element);
    document.fonts.ready.then(() => fitToWords(element));
    return () => observer.disconnect();
  }, [area]);
  return (
    <textarea
      ref={area}
      rows={1}
      dir="auto"
      className={`${className} group-data-focused/column:group-has-[.ProseMirror:focus]/surface:text-soft/85 resize-none overflow-hidden outline-none`}
      aria-label={label}
      placeholder={label}
      value={value}
      readOnly={!isReady}
      maxLength={maxLength}
      spellCheck
      onChange={(event) => onChange(event.target.value)}
      onInput={typesetting.onInput}
      onKeyDown={(event) => {
        if (typesetting.takeBack(event)) return;
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        onEnter();
      }}
    />
  );
}

function fitToWords(element: HTMLTextAreaElement | null): void {
  if (!element) return;
  element.style.height = 'auto';
  element.style.height = `${element.scrollHeight}px`;
}
